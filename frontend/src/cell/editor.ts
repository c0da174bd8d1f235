/** The editor of a cell: CodeMirror with Python, in the colours of the page; Escape, then Tab leaves it. */
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, temporarilySetTabFocusMode } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { pageNonce } from "../dom";

export interface Editor {
  element: HTMLElement;
  text(): string;
  replace(code: string): void;
  describe(id: string): void;
  focus(): void;
}

export interface EditorOptions {
  run?: () => void;
  changed?: () => void;
  /** What screen readers call it. */
  label?: string;
}

export function editor(code: string, options: EditorOptions): Editor {
  const runs = (): boolean => (options.run?.(), true);
  const view = new EditorView({
    state: EditorState.create({
      doc: code,
      extensions: [
        EditorView.cspNonce.of(pageNonce()),
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("    "),
        bracketMatching(),
        closeBrackets(),
        python(),
        syntaxHighlighting(colours),
        EditorView.lineWrapping,
        look,
        keymap.of([
          { key: "Mod-Enter", run: runs },
          { key: "Shift-Enter", run: runs },
          { key: "Escape", run: temporarilySetTabFocusMode },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          indentWithTab,
        ]),
        EditorView.updateListener.of((update) => update.docChanged && options.changed?.()),
        EditorView.contentAttributes.of({ "aria-label": options.label ?? "Python code", spellcheck: "false", autocapitalize: "off" }),
      ],
    }),
  });
  return {
    element: view.dom,
    text: () => view.state.doc.toString(),
    replace: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    describe: (id) => view.contentDOM.setAttribute("aria-describedby", id),
    focus: () => view.focus(),
  };
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], color: "var(--probability)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--parameter)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--output)" },
  { tag: [tags.comment], color: "var(--muted)", fontStyle: "italic" },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName), tags.definition(tags.function(tags.variableName))], color: "var(--input)" },
]);

const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "transparent", fontSize: "0.9375rem" },
  "&.cm-focused": { outline: "2px solid var(--focus, var(--input))", outlineOffset: "-2px", borderRadius: "9px" },
  ".cm-scroller": { fontFamily: "var(--font-code)", lineHeight: "1.6", padding: "0.4rem 0" },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.25rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--muted)", border: "none", paddingLeft: "0.35rem", opacity: "0.75" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "color-mix(in srgb, var(--input) 22%, transparent)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "color-mix(in srgb, var(--parameter) 22%, transparent)" },
});
