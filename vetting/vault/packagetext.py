"""The words and the script of a package: how anybody checks it with sha256sum and openssl, without this software."""

README = """\
EVIDENCE OF CASE {case}

Exported by {actor} on {time} for this reason: {reason}.
Agency: {agency}
This package holds the public internet content that was collected in case {case}, and what proves that it is what was
collected, when, and by whom. It is personal information: guard it, and hand it to nobody who is not named in the order
or request that it answers.

WHAT IS IN IT

captures/       {items} captured files, byte for byte as they were kept. A .warc.gz file holds whole exchanges with a server, in
                the format of web archives (WARC, ISO 28500); ReplayWeb.page and other tools open it.
captures.txt    one line for each capture: its id, the digest it was kept with, its file. For check.sh.
statements/     how a person made a capture by hand: signed out, or with the candidate present; tool; time; address.
timestamps/     the answers of a time-stamp authority (RFC 3161), one for each stamped capture, and the authority's
                certificate (authority.pem) if the agency pins one. {stamps}
evidence.csv    one line for each capture: step, account by number, method, times, digests, sizes.
evidence.json   the same, for programs.
custody.csv     who kept, checked, opened and exported each capture, when, and why; refused attempts too.
custody.json    the same, for programs.
log/            every event of this case, and what proves that each is part of the agency's tamper-evident log.
agency/         the agency's public keys.
SHA256SUMS      the SHA-256 digest of every other file.
check.sh        does all checks below in one run. It is short: read it first.

HOW TO CHECK IT

You need a computer with bash, sha256sum and openssl 3. Nothing of the agency's software is needed. Either run

    bash check.sh

or do it by hand, in this folder:

1. Nothing was altered since the export. Compare the digest of SHA256SUMS with the one the agency told you by another way.

    sha256sum -c SHA256SUMS
    sha256sum SHA256SUMS

2. Each capture is the one that was kept. Its digest stands in evidence.csv, and in the log's event "evidence.kept", which was
   written in the moment it was kept:

    sha256sum captures/*
    grep evidence.kept log/events.jsonl

3. A capture existed when it was stamped. The time is in the answer that the authority signed:

    openssl ts -reply -in timestamps/ID.tsr -text
    openssl ts -verify -in timestamps/ID.tsr -digest SHA256-OF-THE-CAPTURE -CAfile timestamps/authority.pem

   A certificate of the authority may have expired since. That takes nothing from a stamp made before: add
   -attime and the seconds given for it in timestamps/list.txt, which is the time in the signed answer. Get the authority's
   certificate from the authority itself and compare it with authority.pem.

4. The log says so, and the agency signed that log. log/checkpoint.txt gives the log's name, its size in events, and its
   root, and is signed with the agency's log key (Ed25519):

    openssl pkeyutl -verify -pubin -inkey agency/log-key.pem -rawin -in log/checkpoint.body -sigfile log/checkpoint.sig

   Each line of log/events.jsonl leads to that root by the line of log/proofs.txt with its number (RFC 6962: SHA-256 of a zero
   byte and the event; then, for each hash of the proof, SHA-256 of a one byte and both hashes, left before right).
   check.sh does this for every event.

5. The keys are the agency's. Ask the agency, by another way than the one by which this package came, for its public file,
   and compare it with agency/agency.pub.json. Its fingerprint is

    {fingerprint}

An auditor who kept an earlier checkpoint of this log can show that nothing was changed in it behind that checkpoint.

WHAT IT DOES NOT PROVE

That a captured text is true, or that a certain person wrote it. Dates inside captured pages are what the server said.
Where a capture has a record "conversion" with X-Vetting-Items-Left-Out, items outside the plan's limits were not kept.
"""

CHECK = r"""#!/bin/bash
# Checks this package with sha256sum and openssl alone; README.txt says the same in words. Ends with 1 when a check fails.
cd "$(dirname "$0")" || exit 1
export LC_ALL=C
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }
hash() { sha256sum | cut -d ' ' -f 1; }
unhex() { printf '%b' "$(printf '%s' "$1" | sed 's/../\\x&/g')"; }

# 1. Every file is the one that was packed, and there is no other.
sha256sum --quiet --strict -c SHA256SUMS || fail "a file is not the one that was packed"
[ "$(find . -type f ! -name SHA256SUMS | wc -l)" -eq "$(wc -l < SHA256SUMS)" ] || fail "there is a file too many"

# 2. Each capture has the digest that the log's event has, written when it was kept.
while read -r id digest file; do
  [ "$(hash < "$file")" = "$digest" ] || fail "$id is not the file that was kept"
  grep -q '"action":"evidence.kept".*"sha256":"'"$digest"'".*"result":"done".*"subject":"'"$id"'"' log/events.jsonl ||
    fail "the log does not know $id with this digest"
done < captures.txt

# 3. Each time-stamp is over the digest of its capture, signed by the authority.
if [ -e timestamps/authority.pem ]; then
  while read -r id digest seconds; do
    verify=(openssl ts -verify -in "timestamps/$id.tsr" -digest "$digest" -CAfile timestamps/authority.pem)
    "${verify[@]}" > /dev/null 2>&1 || "${verify[@]}" -attime "$seconds" > /dev/null 2>&1 || fail "the time-stamp of $id"
    grep -q "^$id $digest " captures.txt || fail "the time-stamp of $id is for another file"
  done < timestamps/list.txt
elif [ -s timestamps/list.txt ]; then
  echo "Not checked: the time-stamps, because the authority's certificate is not in the package."
fi

# 4. The checkpoint is signed by the agency's log key, which is the one of its public file.
openssl pkeyutl -verify -pubin -inkey agency/log-key.pem -rawin -in log/checkpoint.body -sigfile log/checkpoint.sig \
  > /dev/null 2>&1 || fail "the checkpoint is not signed by agency/log-key.pem"
[ "$(head -n 3 log/checkpoint.txt)" = "$(cat log/checkpoint.body)" ] || fail "checkpoint.txt is another one"
named=$(sed -n 's/.*"log_verifier": "[^+]*+[^+]*+\([^"]*\)".*/\1/p' agency/agency.pub.json | openssl base64 -d -A | tail -c 32 | hash)
[ "$(openssl pkey -pubin -in agency/log-key.pem -outform DER | tail -c 32 | hash)" = "$named" ] ||
  fail "agency/log-key.pem is not the key of agency/agency.pub.json"
root=$(sed -n 3p log/checkpoint.body | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')

# 5. Every event leads to the root that was signed.
[ "$(wc -l < log/events.jsonl)" -eq "$(wc -l < log/proofs.txt)" ] || fail "an event has no proof"
while IFS= read -r event <&3 && read -r -a proof <&4; do
  at=$({ printf '\000'; printf '%s' "$event"; } | hash)
  for step in "${proof[@]:1}"; do
    case $step in
      left:*) at=$({ printf '\001'; unhex "${step#*:}"; unhex "$at"; } | hash) ;;
      right:*) at=$({ printf '\001'; unhex "$at"; unhex "${step#*:}"; } | hash) ;;
    esac
  done
  [ "$at" = "$root" ] || fail "event ${proof[0]} is not in the log that was signed"
done 3< log/events.jsonl 4< log/proofs.txt

if [ "$failures" -eq 0 ]; then echo "Everything in this package checks out."; else exit 1; fi
"""
