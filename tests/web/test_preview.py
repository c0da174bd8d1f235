"""Pages that load themselves anew while an author writes."""

from __future__ import annotations

from dataclasses import replace

from agnesi import home


def test_outside_a_preview_there_is_nothing_to_ask(visitor):
    assert visitor.get("/changes").status_code == 404
    assert "data-changes" not in visitor.get("/learn/adding").content.decode()


def test_a_preview_says_when_the_course_has_changed(visitor, place):
    home.use(replace(place, preview=True))
    before = visitor.get("/changes").json()["changes"]
    assert f'data-changes="{before}"' in visitor.get("/learn/adding").content.decode()
    home.changed()
    assert visitor.get("/changes").json() == {"changes": before + 1}
