"""The tables. No QuerySet leaves this room: repositories beside this file give dataclasses and plain values."""

from __future__ import annotations

from django.db import models


class Learner(models.Model):
    """Someone who learns here; for now the one local learner, named by a uuid that is made with the database."""

    id = models.TextField(primary_key=True)
    made = models.TextField()


class Event(models.Model):
    """One row of the append-only log, as `learner.events.Event` describes it; `chain` links it to the row before.

    Triggers refuse UPDATE and DELETE, and an INSERT that is not the next one. `body` is JSON, keys sorted, no spaces.
    """

    pk = models.CompositePrimaryKey("learner", "seq")
    learner = models.TextField()
    seq = models.PositiveBigIntegerField()
    id = models.TextField()
    at = models.TextField()
    day = models.TextField()
    kind = models.TextField()
    format = models.PositiveSmallIntegerField()
    body = models.TextField()
    chain = models.TextField()

    class Meta:
        """An id is a learner's own: another learner may use it too."""

        constraints = (models.UniqueConstraint(fields=("learner", "id"), name="one_event_an_id"),)
        indexes = (models.Index(fields=("learner", "kind", "seq"), name="events_by_kind"),)


class State(models.Model):
    """The fold of one learner's log as of event `seq`, whose chain it carries; made anew whenever it does not fit."""

    learner = models.TextField(primary_key=True)
    seq = models.PositiveBigIntegerField()
    chain = models.TextField()
    body = models.TextField()


class Note(models.Model):
    """What a learner wrote beside a concept. `seal` is a hash of the row, so that damage is noticed."""

    pk = models.CompositePrimaryKey("learner", "concept")
    learner = models.TextField()
    concept = models.TextField()
    text = models.TextField()
    at = models.TextField()
    seal = models.TextField()


class Bookmark(models.Model):
    """A concept that a learner wants to find again."""

    pk = models.CompositePrimaryKey("learner", "concept")
    learner = models.TextField()
    concept = models.TextField()
    at = models.TextField()
    seal = models.TextField()


class Preference(models.Model):
    """One choice of a learner, such as the minutes a day; `value` is JSON."""

    pk = models.CompositePrimaryKey("learner", "name")
    learner = models.TextField()
    name = models.TextField()
    value = models.TextField()
    seal = models.TextField()
