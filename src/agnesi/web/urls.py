"""Every address of the site, in one table; the door stands in front of all of them."""

from __future__ import annotations

from django.urls import path

from agnesi.web.pages import (
    appeal,
    beside,
    cells,
    course_files,
    decode,
    goals,
    learn,
    lesson_parts,
    map,
    mine,
    notation,
    placement,
    practice,
    preview,
    progress,
    review,
    search,
    settings,
    today,
)

urlpatterns = [
    path("", today.today),
    path("map", map.page),
    path("map.json", map.data),
    path("goals", goals.goals),
    path("goal/<slug:id>", goals.one),
    path("goal", goals.choose),
    path("learn/<slug:slug>", learn.learn),
    path("learn/<slug:slug>/notation.json", notation.data),
    path("note/<slug:slug>", beside.note),
    path("bookmark/<slug:slug>", beside.bookmark),
    path("search", search.page),
    path("decode", decode.page),
    path("review", review.review),
    path("progress", progress.progress),
    path("settings", settings.page),
    path("settings/everything.json", mine.everything),
    path("settings/erase", mine.erase),
    path("settings/<slug:name>", settings.choose),
    path("placement", placement.page),
    path("placement/<slug:name>", placement.step),
    path("problem/<slug:slug>/<slug:name>", practice.problem),
    path("read", practice.read),
    path("answer", practice.answer),
    path("hint", practice.hint),
    path("solution", practice.solution),
    path("guess", lesson_parts.guess),
    path("contrast", lesson_parts.contrast),
    path("proof", lesson_parts.proof),
    path("appeal", appeal.appeal),
    path("run", cells.run),
    path("run/<slug:run>", cells.poll),
    path("run/<slug:run>/stop", cells.stop),
    path("changes", preview.changes),
    path("course/<slug:slug>/<str:name>", course_files.file),
]
handler404 = "agnesi.web.pages.faults.missing"
handler403 = "agnesi.web.pages.faults.refused"
handler400 = "agnesi.web.pages.faults.unreadable"
handler500 = "agnesi.web.pages.faults.broken"
