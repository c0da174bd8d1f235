"""A home of its own for every run of these tests, so that nothing is kept beyond it."""

import pytest

from agnesi import home


@pytest.fixture(autouse=True, scope="session")
def a_home_of_its_own(tmp_path_factory):
    before = home.settings()
    home.use(home.read({"AGNESI_HOME": str(tmp_path_factory.mktemp("home"))}))
    yield
    home.use(before)
