"""How many and how long: pieces that the patterns of several subjects share."""

from typing import Final

N: Final = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"a couple(?: of)?|a few|several|many|a)"
)
COUNT: Final = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple(?: of)?|a few|several)"
)
SPAN: Final = r"(?:days?|weeks?|wks?|months?|mos|years?|yrs?|decades?)"
