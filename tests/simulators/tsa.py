"""A time-stamp authority made with `openssl ts`: its own root, a signing certificate, and an answer for each query."""

import subprocess
from pathlib import Path

_CONFIG = """
[tsa]
default_tsa = tsa1
[tsa1]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[ca_ext]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[tsa_ext]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
"""


class TimestampAuthority:
    """Answers RFC 3161 queries."""

    def __init__(self, folder: Path, *, days: int = 30) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._config = folder / "tsa.cnf"
        self._config.write_text(_CONFIG.format(folder=folder))
        (folder / "req.cnf").write_text(f"[req]\ndistinguished_name = dn\n[dn]\n{self._config.read_text()}")
        (folder / "serial").write_text("01\n")
        key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        self._openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Synthetic TSA Root",
                      "-days", str(days + 1), "-extensions", "ca_ext", "-config", "req.cnf")  # fmt: skip
        self._openssl("req", "-new", *key, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Synthetic TSA",
                      "-config", "req.cnf")  # fmt: skip
        self._openssl("x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-set_serial", "2",
                      "-out", "tsa.pem", "-days", str(days), "-extfile", str(self._config), "-extensions", "tsa_ext")  # fmt: skip
        self.ca_pem = (folder / "ca.pem").read_bytes()
        self.queries: list[bytes] = []

    def answer(self, query: bytes) -> bytes:
        """The `TimeStampResp` for a `TimeStampReq`."""
        self.queries.append(query)
        (self.folder / "query.tsq").write_bytes(query)
        self._openssl("ts", "-reply", "-queryfile", "query.tsq", "-out", "reply.tsr", "-config", str(self._config))
        return (self.folder / "reply.tsr").read_bytes()

    def post(self, _url: str, body: bytes, _headers: dict[str, str]) -> bytes:
        """The transport that `request_timestamp` is given."""
        return self.answer(body)

    def openssl_verifies(self, token: bytes, digest: bytes) -> bool:
        """Whether openssl alone accepts the token for the digest."""
        (self.folder / "check.tsr").write_bytes(token)
        command = ["openssl", "ts", "-verify", "-in", "check.tsr", "-digest", digest.hex(), "-CAfile", "ca.pem"]
        return subprocess.run(command, cwd=self.folder, capture_output=True, check=False).returncode == 0

    def _openssl(self, *arguments: str) -> None:
        subprocess.run(["openssl", *arguments], cwd=self.folder, capture_output=True, check=True)
