/** JSXGraph's own source files, found by an alias of the build; only what jsxgraph.ts takes from them has a type. */
declare module "jsxgraph-source/*" {
  const JXG: { JSXGraph: unknown };
  export default JXG;
}
