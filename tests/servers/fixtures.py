"""Fixtures that give a running WordPress and MediaWiki; import them in a test module marked `servers` and `enable_socket`."""

from collections.abc import Iterator

import pytest

from tests.servers.mediawiki import MediaWiki, MediaWikiServer
from tests.servers.wordpress import WordPress, WordPressServer

__all__ = ["mediawiki_server", "wordpress_server"]


@pytest.fixture(scope="module")
def wordpress_server() -> Iterator[WordPress]:
    """A WordPress that this module has to itself."""
    server = WordPressServer()
    try:
        yield server.start()
    finally:
        server.stop()


@pytest.fixture(scope="module")
def mediawiki_server() -> Iterator[MediaWiki]:
    """A MediaWiki that this module has to itself."""
    server = MediaWikiServer()
    try:
        yield server.start()
    finally:
        server.stop()
