"""What is found, and what must be left alone: a false alarm here stops a candidate's honest declaration."""

import random
import string

import pytest

from vetting.intake.authenticators import is_authenticator_name, looks_like_authenticator

HANDLES = """
xX_dark-Lord_99|jane.doe.1985|UCX6OQ3DkcsbYNE6H8uQQuVA|UC_x5XG1OV2P6uZZ5FSM9Ttw|@alice@mastodon.example|
alice@social.example.org|@alice@xn--bcher-kva.example|did:plc:ewvi7nxzyoun6zhxrhs64oiz|jane.sky.example|
@jane:matrix.example|100012345678901|76561198012345678|JaneDoePhotography2019|TheRealJaneDoe_Official|user_1234567890|
deadmaus5|hunter2fan|BeastGamer6000|just-some-guy-42|name#1234|Jane Doe|u/throwaway_98765|r0b0t_m4ster|L337h4x0r99|
ILoveTown2012|CTfirefighter203|passenger_pidgeon|PassionFruit88|PinballWizard|secretgarden_ct|TokenOfLove|keyboard_cat|
session_musician|pwn3d_noob|cookie-monster|npub1sg6plzptd64u62a878hep2kev88swjh3tw00gjsfl8f237lmu63q0uf63m|ke$ha_fan|
P!nk|Jöhn.Døe|张伟|мария|www.janedoe.example|x_.-_x|Gamer4Life2Win3|Xx420BlazeIt69xX|xXx_N00bSlay3r_xXx|
iTzMrBl4ck0ps420|iAmTh3R34lSl1mSh4dy|RTX4090TiSuper16GB|CT_FireFighter_203_EMT_2014|@three@127.0.0.1:8080|
12345678@N00|0x52908400098527886E0F7030069857D2E4169EE7|Tony_Tokens|pass.the.salt|pinned|otpimist|mfa_artist
""".replace("\n", "").split("|")

ADDRESSES = [
    "https://video.example/channel/UCX6OQ3DkcsbYNE6H8uQQuVA",
    "https://video.example/feeds/videos.xml?channel_id=UCX6OQ3DkcsbYNE6H8uQQuVA",
    "https://video.example/watch?v=dQw4w9WgXcQ",
    "https://texts.example/@jane/feed",
    "https://face.example/profile.php?id=100012345678901",
    "https://blog.example.org/author/jane/feed/?feed=rss2&author=3",
    "https://wiki.example.org/api.php?action=feedcontributions&user=Jane_Doe&feedformat=atom",
    "https://pictures.example/jane.doe/?hl=en",
    "https://work.example/in/jane-doe-8b1a2134/",
    "https://forum.example/user/jane_doe/.rss",
    "https://face.example/story.php?story_fbid=pfbid02abcDEF123ghiJKL456&id=1000",
    "http://127.0.0.1:8080/@alice",
    "https://lemmy.example/u/jane@other.example",
]

LINES = [
    "María José Contreras de la Cruz",
    "Grants Pass, Oregon",
    "12 Password Lane",
    "Login, Kentucky",
    "Pin Oak Drive",
    "Kay Pass",
    "New Haven, CT 06510",
    "1234 East Main Street 06510 New Haven",
    "Secret Harbour",
    "jane.doe.1985@example.org",
]

SECRETS = {
    "password_label": [
        "password: hunter2",
        "pw: abc",
        "PW=abc123",
        "my password is Tiger99",
        "p a s s w o r d : x",
        "contraseña: gato",
        "jane / pass: hunter2",
        "user/password jane hunter2",
        "PIN: 1234",
        "2FA code 123456",
        "otp: 123456",
        "verification code 482913",
        "recovery codes: 1111 2222",
    ],
    "web_token": ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc"],
    "api_token": [
        "AKIA" + "IOSFODNN7EXAMPLE",
        "ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789",
        "xoxb-" + "123456789012-abcdef",
        "sk_live_" + "abcdefghij0123",
        "Bearer abcdefghijklmnop.qrst",
    ],
    "otp_secret": ["otpauth://totp/Ex:jane?secret=JBSWY3DPEHPK3PXP"],
    "private_key": ["-----BEGIN OPENSSH PRIVATE KEY-----", "nsec1abcdefghijklmnopqrstuvwxyz234567"],
    "password_hash": ["$2b$12$abcdefghijklmnopqrstuv"],
    "cookie": ["Cookie: a=b", "PHPSESSID=0123456789abcdef", "sessionid=0123456789abcdef"],
    "url_userinfo": ["https://jane:hunter2@example.org/", "https://jane@example.org/"],
    "url_secret_parameter": [
        "https://example.org/feed?token=abc",
        "https://example.org/?sid=123",
        "https://example.org/#access_token=abcdef",
        "example.org/feed?api_key=abc",
        "https://example.org/feed?u=9f86d081884c7d659a2feaa0c55ad015",
    ],
    "url_secret_path": ["https://example.org/reset-password/abcdefghijklmnop123"],
    "app_password": ["abcd-1234-efgh-5678"],
    "recovery_codes": ["a1b2c-3d4e5 f6g7h-8i9j0", "12345678 23456789 34567890 45678901"],
    "recovery_words": ["witch collapse practice feed shame open despair creek road again ice least"],
    "encoded_secret": ["aGVsbG8gcGFzc3dvcmQ6IGh1bnRlcjI=", "amFuZTpodW50ZXIyMTIz"],
}

ONLY_IN_HANDLES = {
    "credential_pair": ["jane:hunter2", "jane:Tr0ub4dor&3"],
    "password_like": ["Summer2024!", "kJ8#mP2$vL9^x"],
    "common_password": ["P@ssw0rd1", "password123", "letmein"],
    "app_password": ["abcd efgh ijkl mnop"],
    "random_string": ["9f86d081884c7d659a2feaa0c55ad015", "Xk9mQ2vB7nLp4RtZ8wYs"],
}


@pytest.mark.parametrize("handle", HANDLES)
def test_handle_is_left_alone(handle: str) -> None:
    assert looks_like_authenticator(handle, in_handle=True) is None


@pytest.mark.parametrize("text", [*ADDRESSES, *LINES])
def test_address_or_line_is_left_alone(text: str) -> None:
    assert looks_like_authenticator(text) is None


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, texts in SECRETS.items() for t in texts])
def test_secret_is_found_in_any_field(code: str, text: str) -> None:
    assert looks_like_authenticator(text) == code


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, texts in ONLY_IN_HANDLES.items() for t in texts])
def test_secret_is_found_in_handle(code: str, text: str) -> None:
    assert looks_like_authenticator(text, in_handle=True) == code


def test_random_strings_are_mostly_found_and_word_handles_never() -> None:
    draw = random.Random(7)
    secrets = ["".join(draw.choices(string.ascii_letters + string.digits, k=32)) for _ in range(500)]
    found = sum(looks_like_authenticator(s, in_handle=True) is not None for s in secrets)
    assert found >= 400
    words = ["Blue", "fisher", "Harbor", "runner", "Old", "mill", "Coffee", "quiet", "Truck", "valley"]
    handles = [
        draw.choice(["", "_", ".", "-"]).join(draw.sample(words, k=draw.randint(1, 4))) + str(draw.randint(0, 2025))
        for _ in range(2000)
    ]
    assert [h for h in handles if looks_like_authenticator(h, in_handle=True)] == []


@pytest.mark.parametrize(
    "name", ["password", "Pass Word", "login_token", "PIN", "2FA", "api-key", "Passwort", "cookie", "pwd2"]
)
def test_column_named_for_a_secret_is_recognised(name: str) -> None:
    assert is_authenticator_name(name)


@pytest.mark.parametrize("name", ["handle", "url", "platform", "opinion", "notes", "full_name", "spin", "compass"])
def test_other_column_is_not(name: str) -> None:
    assert not is_authenticator_name(name)
