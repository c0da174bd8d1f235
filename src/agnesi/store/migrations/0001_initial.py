"""The first release: learners, the append-only log with its triggers, state, notes, bookmarks, preferences."""

from django.db import migrations, models

from agnesi.store.sqlite import triggers


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Bookmark',
            fields=[
                ('pk', models.CompositePrimaryKey('learner', 'concept', blank=True, editable=False, primary_key=True, serialize=False)),
                ('learner', models.TextField()),
                ('concept', models.TextField()),
                ('at', models.TextField()),
                ('seal', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='Learner',
            fields=[
                ('id', models.TextField(primary_key=True, serialize=False)),
                ('made', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('pk', models.CompositePrimaryKey('learner', 'concept', blank=True, editable=False, primary_key=True, serialize=False)),
                ('learner', models.TextField()),
                ('concept', models.TextField()),
                ('text', models.TextField()),
                ('at', models.TextField()),
                ('seal', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='Preference',
            fields=[
                ('pk', models.CompositePrimaryKey('learner', 'name', blank=True, editable=False, primary_key=True, serialize=False)),
                ('learner', models.TextField()),
                ('name', models.TextField()),
                ('value', models.TextField()),
                ('seal', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='State',
            fields=[
                ('learner', models.TextField(primary_key=True, serialize=False)),
                ('seq', models.PositiveBigIntegerField()),
                ('chain', models.TextField()),
                ('body', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('pk', models.CompositePrimaryKey('learner', 'seq', blank=True, editable=False, primary_key=True, serialize=False)),
                ('learner', models.TextField()),
                ('seq', models.PositiveBigIntegerField()),
                ('id', models.TextField()),
                ('at', models.TextField()),
                ('day', models.TextField()),
                ('kind', models.TextField()),
                ('format', models.PositiveSmallIntegerField()),
                ('body', models.TextField()),
                ('chain', models.TextField()),
            ],
            options={
                'indexes': [models.Index(fields=['learner', 'kind', 'seq'], name='events_by_kind')],
                'constraints': [models.UniqueConstraint(fields=('learner', 'id'), name='one_event_an_id')],
            },
        ),
        migrations.RunSQL([*triggers.CREATE, triggers.CREATE_INDEX], [*triggers.DROP, triggers.DROP_INDEX]),
    ]
