"""A link that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content import markdown
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.content.check.texts import all_texts

RULE = "Every link leads to a concept, a statement of the lesson, a picture of the folder, or the web."


def faults(subject: Subject) -> Iterator[Fault]:
    """Each that does not."""
    anchors = {block.anchor for block in subject.lesson.blocks}
    for text in all_texts(subject):
        for link in markdown.links(text.markdown):
            if link.startswith("https://") or (link.startswith("#") and link[1:] in anchors):
                continue
            if link not in subject.course and subject.concept.asset(link) is None:
                yield text.fault(subject, f"the link {link} leads nowhere")
