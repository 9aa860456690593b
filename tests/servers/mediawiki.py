"""A real MediaWiki (Debian package) on loopback with SQLite; nothing outside its own folder is written."""

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import requests

from tests.servers.apt import need, php_version
from tests.servers.daemon import Daemon, answers, free_port, remove, server_folder

PROGRAM = Path("/usr/share/mediawiki")
USER = "Synthetic Candidate"
_SETTINGS = """
$wgJobRunRate = 1;
$wgMainCacheType = CACHE_DB; $wgSessionCacheType = CACHE_DB;
$wgRateLimits = [];
$wgGroupPermissions['*']['createaccount'] = true;
$wgGroupPermissions['user']['delete'] = true; $wgGroupPermissions['user']['deleterevision'] = true;
"""


@dataclass
class MediaWiki:
    """A running wiki with one signed-in editor, `user`."""

    base_url: str
    host: str
    user: str
    _session: requests.Session = field(default_factory=requests.Session)

    def contributions_feed(self, kind: str = "atom") -> str:
        """Address of the editor's contributions as a feed (`atom` or `rss`), as a candidate would declare it."""
        return f"{self.base_url}/w/api.php?action=feedcontributions&user={quote_plus(self.user)}&feedformat={kind}"

    def create_post(self, title: str, text: str, *, summary: str = "") -> int:
        """Append a paragraph to a page through the wiki's API; returns the revision's id."""
        answer = self._call(
            action="edit", title=title, appendtext=f"\n\n{text}", summary=summary, token=self._token("csrf")
        )
        return int(answer["edit"]["newrevid"])

    @property
    def api(self) -> str:
        """Address of the wiki's interface."""
        return f"{self.base_url}/w/api.php"

    def delete_page(self, title: str) -> None:
        """Delete a page with all its edits."""
        self._call(action="delete", title=title, token=self._token("csrf"))

    def hide_revision(self, revision: int) -> None:
        """Hide text and comment of one edit from everybody else."""
        self._call(action="revisiondelete", type="revision", ids=str(revision), hide="content|comment",
                   token=self._token("csrf"))  # fmt: skip

    def sign_up(self, password: str) -> None:
        """Create the editor's account and sign in."""
        back = f"{self.base_url}/"
        names = {"username": self.user, "password": password}
        made = self._call(action="createaccount", retype=password, createreturnurl=back,
                          createtoken=self._token("createaccount"), **names)  # fmt: skip
        if made["createaccount"]["status"] != "PASS":
            raise RuntimeError(f"the wiki refused the account: {made}")
        self._session = requests.Session()
        inside = self._call(action="clientlogin", loginreturnurl=back, logintoken=self._token("login"), **names)
        if inside["clientlogin"]["status"] != "PASS":
            raise RuntimeError(f"the wiki refused the sign-in: {inside}")

    def _token(self, kind: str) -> str:
        answer = self._call(action="query", meta="tokens", type=kind)
        return str(answer["query"]["tokens"][f"{kind}token"])

    def _call(self, **fields: str) -> dict[str, Any]:
        data = {**fields, "format": "json", "formatversion": "2"}
        answer = self._session.post(f"{self.base_url}/w/api.php", data=data, timeout=30)
        answer.raise_for_status()
        made: dict[str, Any] = answer.json()
        if "error" in made:
            raise RuntimeError(f"the wiki answered with an error: {made['error'].get('code')}")
        return made


class MediaWikiServer:
    """Installs, starts and stops the wiki."""

    def __init__(self) -> None:
        self.folder = server_folder()
        self.port = free_port()
        self._daemon: Daemon | None = None

    def start(self) -> MediaWiki:
        """Install what is missing, set the wiki up, and start it."""
        version = php_version()
        php = [f"php{version}-{part}" for part in ("cli", "fpm", "sqlite3", "intl", "mbstring", "xml", "curl")]
        need(str(PROGRAM / "api.php"), f"/usr/share/doc/php{version}-sqlite3", f"/usr/share/doc/php{version}-intl",
             "php", packages=["mediawiki", *php, "nginx-light"])  # fmt: skip
        host = f"127.0.0.1:{self.port}"
        docroot = self.folder / "docroot"
        docroot.mkdir()
        (self.folder / "data").mkdir()
        (docroot / "w").symlink_to(PROGRAM)
        install = ["php", str(PROGRAM / "maintenance" / "install.php"), "--dbtype=sqlite", "--dbname=wiki",
                   f"--dbpath={self.folder}/data", f"--server=http://{host}", "--scriptpath=/w", "--lang=en",
                   f"--pass={os.urandom(12).hex()}", f"--confpath={self.folder}", "Synthetic Wiki", "Admin"]  # fmt: skip
        done = subprocess.run(install, cwd=self.folder, capture_output=True, text=True, check=False, timeout=300)
        if done.returncode != 0:
            raise RuntimeError(f"the wiki's installer ended with {done.returncode}: {done.stdout[-2000:]}")
        settings = self.folder / "LocalSettings.php"
        settings.write_text(settings.read_text() + _SETTINGS)
        self.start_again()
        wiki = MediaWiki(f"http://{host}", host, USER)
        wiki.sign_up(os.urandom(16).hex())
        return wiki

    def kill(self) -> None:
        """End the wiki at once, as a crash would."""
        if self._daemon is not None:
            self._daemon.stop(force=True)
            self._daemon = None

    def start_again(self) -> None:
        """Start with what was written so far."""
        host = f"127.0.0.1:{self.port}"
        self._daemon = Daemon(
            ["php", "-S", host, "-t", str(self.folder / "docroot")],
            self.folder,
            env={"MW_CONFIG_FILE": str(self.folder / "LocalSettings.php"), "PHP_CLI_SERVER_WORKERS": "4"},
        )
        page = f"http://{host}/w/api.php?action=query&meta=siteinfo&format=json"
        self._daemon.wait_for(lambda: answers(page))

    def stop(self) -> None:
        """Stop the wiki and delete it."""
        if self._daemon is not None:
            self._daemon.stop()
        remove(self.folder)
