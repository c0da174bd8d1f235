"""The Django app that holds the tables."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """`agnesi.store`, under the label `store`."""

    name = "agnesi.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
