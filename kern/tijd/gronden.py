"""The legal grounds on which a term to decide may stand still (Awb 4:15, L-59), in the words of the screen."""

AANVULLING = "Awb 4:15 lid 1 a"
GRONDEN = {
    AANVULLING: "Verzoek om aanvulling",
    "Awb 4:15 lid 1 b": "Informatie uit het buitenland nodig",
    "Awb 4:15 lid 2 a": "Cliënt stemt schriftelijk in met uitstel",
    "Awb 4:15 lid 2 b": "Vertraging ligt aan de cliënt",
    "Awb 4:15 lid 2 c": "Overmacht",
}
