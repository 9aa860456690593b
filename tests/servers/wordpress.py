"""A real WordPress (Debian package) on loopback, with a private MariaDB that listens on a socket file only.

The package's own configuration under /etc is not touched: the site is a folder of links to the packaged program beside
our own `wp-config.php`, and `ABSPATH` is set before WordPress looks for one.
"""

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import requests

from tests.servers.apt import need, php_version
from tests.servers.daemon import Daemon, answers, free_port, remove, server_folder

PROGRAM = Path("/usr/share/wordpress")
THEME = PROGRAM / "wp-content" / "themes" / "twentytwentythree"
USER = "candidate-synthetic"
_CONFIG = """<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:{folder}/db.sock'); define('DB_CHARSET', 'utf8mb4');
define('WP_CONTENT_DIR', '{folder}/content'); define('WP_CONTENT_URL', '{url}/wp-content');
define('WP_HOME', '{url}'); define('WP_SITEURL', '{url}');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_ENVIRONMENT_TYPE', 'local');
$table_prefix = 'wp_';
require_once ABSPATH . 'wp-settings.php';
"""
_ROUTER = """<?php
define('ABSPATH', '{folder}/site/');
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (strpos($path, '..') !== false) {{ http_response_code(400); return true; }}
if ($path !== '/' && is_file(ABSPATH . $path) && substr($path, -4) !== '.php') return false;
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
$_SERVER['SCRIPT_FILENAME'] = ABSPATH . 'index.php';
require ABSPATH . 'index.php';
"""
_INSTALL = """<?php
define('ABSPATH', '{folder}/site/'); define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1:{port}'; $_SERVER['REQUEST_URI'] = '/'; $_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require ABSPATH . 'wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_mail() {{ return true; }}
wp_install('Synthetic blog', '{user}', 'synthetic@example.test', true, '', wp_generate_password(24));
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
update_option('comment_previously_approved', '0');
switch_theme('twentytwentythree');
$GLOBALS['wp_rewrite']->init(); flush_rewrite_rules(false); wp_delete_post(1, true);
list($password) = WP_Application_Passwords::create_new_application_password(1, ['name' => 'tests']);
file_put_contents('{folder}/apppass', $password);
"""


@dataclass
class WordPress:
    """A running site; `user` is its first author."""

    base_url: str
    host: str
    user: str
    _password: str

    @property
    def author_feed(self) -> str:
        """Address of the author's feed, as a candidate would declare it."""
        return f"{self.base_url}/author/{self.user}/feed/"

    def create_post(self, title: str, html: str, *, time: datetime | None = None, status: str = "publish") -> str:
        """Publish a post through the site's REST API; returns its public address."""
        fields = {"title": title, "content": html, "status": status}
        if time is not None:
            fields["date_gmt"] = time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        return str(self._post("posts", fields)["link"])

    def create_posts(self, entries: Iterable[tuple[str, str, datetime]]) -> list[int]:
        """Publish many posts over one connection; returns their ids."""
        with requests.Session() as session:
            session.auth = (self.user, self._password)
            return [self._create(session, *entry) for entry in entries]

    def _create(self, session: requests.Session, title: str, html: str, time: datetime) -> int:
        date = time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        fields = {"title": title, "content": html, "status": "publish", "date_gmt": date}
        answer = session.post(f"{self.base_url}/wp-json/wp/v2/posts", json=fields, timeout=30)
        answer.raise_for_status()
        return int(answer.json()["id"])

    def edit_post(self, number: int, html: str) -> None:
        """Replace a post's text."""
        self._post(f"posts/{number}", {"content": html})

    def delete_post(self, number: int) -> None:
        """Put a post into the bin."""
        url = f"{self.base_url}/wp-json/wp/v2/posts/{number}"
        requests.delete(url, auth=(self.user, self._password), timeout=30).raise_for_status()

    def create_author(self, name: str) -> int:
        """Add a second author; returns the id for `create_post_as`."""
        fields = {
            "username": name,
            "email": f"{name}@example.test",
            "password": os.urandom(12).hex(),
            "roles": "author",
        }
        return int(str(self._post("users", fields)["id"]))

    def create_post_as(self, author: int, title: str, html: str) -> str:
        """Publish a post in another author's name."""
        fields = {"title": title, "content": html, "status": "publish", "author": str(author)}
        return str(self._post("posts", fields)["link"])

    def _post(self, kind: str, fields: dict[str, str]) -> dict[str, object]:
        url = f"{self.base_url}/wp-json/wp/v2/{kind}"
        answer = requests.post(url, json=fields, auth=(self.user, self._password), timeout=30)
        answer.raise_for_status()
        made: dict[str, object] = answer.json()
        return made


class WordPressServer:
    """Installs, starts and stops the site."""

    def __init__(self) -> None:
        self.folder = server_folder()
        self.port = free_port()
        self._daemons: list[Daemon] = []

    def start(self) -> WordPress:
        """Install what is missing, start, and set the site up."""
        version = php_version()
        php = [f"php{version}-{part}" for part in ("cli", "fpm", "mysql", "xml", "mbstring", "curl")]
        # whatever web server these pull in is not started: PHP serves the site itself
        packages = ["wordpress", "wordpress-theme-twentytwentythree", "mariadb-server", *php, "nginx-light"]
        need(str(PROGRAM / "wp-load.php"), str(THEME), "mariadbd", "php", packages=packages)
        self._make_database()
        self._lay_out()
        self._serve()
        host = f"127.0.0.1:{self.port}"
        return WordPress(f"http://{host}", host, USER, (self.folder / "apppass").read_text())

    def kill(self) -> None:
        """End web server and database at once, as a crash of the machine would."""
        while self._daemons:
            self._daemons.pop().stop(force=True)

    def kill_database(self) -> None:
        """End the database alone; the web server goes on and tells of it."""
        self._daemons.pop(0).stop(force=True)

    def start_again(self) -> None:
        """Start both with what was written so far."""
        self._start_database()
        self._serve()

    def stop(self) -> None:
        """Stop web server and database, and delete the site."""
        for daemon in reversed(self._daemons):
            daemon.stop()
        remove(self.folder)

    def _serve(self) -> None:
        host = f"127.0.0.1:{self.port}"
        command = ["php", "-S", host, "-t", str(self.folder / "site"), str(self.folder / "router.php")]
        self._daemons.append(Daemon(command, self.folder, env={"PHP_CLI_SERVER_WORKERS": "4"}))
        self._daemons[-1].wait_for(lambda: answers(f"http://{host}/feed/"))

    def _make_database(self) -> None:
        data, sock = self.folder / "db", self.folder / "db.sock"
        data.mkdir()
        for path in (self.folder, data):
            shutil.chown(path, "mysql", "mysql")
        common = ["--no-defaults", "--user=mysql", f"--datadir={data}"]
        self._run("mariadb-install-db", *common, "--auth-root-authentication-method=normal", "--skip-test-db")
        self._start_database()
        create = "CREATE DATABASE wordpress CHARACTER SET utf8mb4"
        self._run("mariadb", "--no-defaults", f"--socket={sock}", "-u", "root", "-e", create)

    def _start_database(self) -> None:
        sock = self.folder / "db.sock"
        # 2: what was committed outlives the program, though not the machine
        command = ["mariadbd", "--no-defaults", "--user=mysql", f"--datadir={self.folder}/db", f"--socket={sock}",
                   f"--pid-file={self.folder}/db.pid", "--skip-networking", "--innodb-flush-log-at-trx-commit=2"]  # fmt: skip
        database = Daemon(command, self.folder)
        self._daemons.append(database)
        ping = ["mariadb-admin", "--no-defaults", f"--socket={sock}", "-u", "root", "ping"]
        database.wait_for(lambda: subprocess.run(ping, capture_output=True, check=False).returncode == 0)

    def _lay_out(self) -> None:
        site, content = self.folder / "site", self.folder / "content"
        site.mkdir()
        for name in ("uploads", "plugins", "mu-plugins"):
            (content / name).mkdir(parents=True)
        (content / "themes").symlink_to(THEME.parent)
        for part in PROGRAM.iterdir():
            if part.name not in ("wp-config.php", "wp-content", ".htaccess"):
                (site / part.name).symlink_to(part)
        values = {"folder": self.folder, "url": f"http://127.0.0.1:{self.port}", "port": self.port, "user": USER}
        (site / "wp-config.php").write_text(_CONFIG.format(**values))
        (self.folder / "router.php").write_text(_ROUTER.format(**values))
        (self.folder / "install.php").write_text(_INSTALL.format(**values))
        self._run("php", str(self.folder / "install.php"))

    def _run(self, *command: str) -> None:
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False, timeout=300)
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]} ended with {done.returncode}: {(done.stdout + done.stderr)[-2000:]}")
