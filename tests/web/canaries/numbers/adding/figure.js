export const heap = { alt: "A heap.", draw() {}, claims: [] };
