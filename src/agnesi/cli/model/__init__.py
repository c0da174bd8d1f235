"""The three files that `agnesi new` begins a concept with; `@TITLE@` stands for the concept's title."""
