"""One file a page: each view reads the request, asks `study`, and fills the template of the same name."""
