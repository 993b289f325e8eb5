"""Extensions and immutable text functions that generated columns and indexes stand on.

Every name is qualified: an index is built, and a backup restored, with an empty search path.
`kern.personen.namen` does the same in Python; tests/kern/personen/test_namen.py keeps the two equal.
"""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension, UnaccentExtension
from django.db import migrations

# unaccent() is only STABLE because its dictionary could change; ours is named, so the wrapper may be IMMUTABLE.
PLAT = """
CREATE FUNCTION public.kern_plat(tekst text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, coalesce(tekst, ''))) $$;
"""

# Taking accents away can make a text longer (ß, æ); the column holds 320.
SORTEERNAAM = """
CREATE FUNCTION public.kern_sorteernaam(achternaam text, roepnaam text, voornamen text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT left(public.kern_plat(achternaam || ', ' || coalesce(nullif(voornamen, ''), roepnaam, '')), 320) $$;
"""

# Letters and figures of any script, one space between the words.
WOORDEN = """
CREATE FUNCTION public.kern_woorden(tekst text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT trim(regexp_replace(public.kern_plat(tekst), '[^[:alnum:]]+', ' ', 'g')) $$;
"""

# The core of a surname: without particles, and without the difference between ij and y.
NAAMKERN = r"""
CREATE FUNCTION public.kern_naamkern(naam text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT replace(coalesce(nullif(trim(regexp_replace(regexp_replace(woorden,
        '\m(van|von|de|den|der|het|ter|ten|te|t|s|v|d|vd|vdr|la|le|les|du|da|di|dos|das|el|al|op|in|aan|bij|uit)\M', ' ', 'g'),
        ' +', ' ', 'g')), ''), woorden), 'ij', 'y')
    FROM (SELECT public.kern_woorden(naam) AS woorden) AS w
$$;
"""

# All words to search on, with a space before and after each: the core of the surname, the first names, and the
# surname with its particles as one word ("vandenberg"). A search for the beginning of a word is LIKE '% word%'.
ZOEKNAAM = """
CREATE FUNCTION public.kern_zoeknaam(tussenvoegsel text, achternaam text, roepnaam text, voornamen text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT left(concat(' ', kern, ' ', nullif(voor, '') || ' ', nullif(nullif(aaneen, kern), '') || ' '), 320)
    FROM (SELECT public.kern_naamkern(achternaam) AS kern,
                 replace(public.kern_woorden(roepnaam || ' ' || voornamen), 'ij', 'y') AS voor,
                 replace(replace(public.kern_woorden(tussenvoegsel || ' ' || achternaam), 'ij', 'y'), ' ', '') AS aaneen) AS n
$$;
"""

# Each word, and each word of four letters or more without one of its letters: two words that differ by one typing
# error share a form, so that an index on the forms finds all of them.
VORMEN = """
CREATE FUNCTION public.kern_vormen(zoeknaam text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT coalesce(array_agg(DISTINCT vorm), '{}')
    FROM (SELECT left(deel, 30) AS woord FROM string_to_table(zoeknaam, ' ') AS deel WHERE deel <> '') AS w,
    LATERAL (
        SELECT woord UNION ALL
        SELECT overlay(woord PLACING '' FROM plaats FOR 1) FROM generate_series(1, length(woord)) AS plaats
        WHERE length(woord) >= 4
    ) AS v (vorm)
$$;
"""

# The last nine figures of a telephone number: the same for 06-12345678 and +31 6 12345678.
BELNUMMER = r"""
CREATE FUNCTION public.kern_belnummer(telefoon text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT right(regexp_replace(telefoon, '\D', '', 'g'), 9) $$;
"""


class Migration(migrations.Migration):
    initial = True
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        migrations.RunSQL(PLAT, "DROP FUNCTION public.kern_plat(text)"),
        migrations.RunSQL(SORTEERNAAM, "DROP FUNCTION public.kern_sorteernaam(text, text, text)"),
        migrations.RunSQL(WOORDEN, "DROP FUNCTION public.kern_woorden(text)"),
        migrations.RunSQL(NAAMKERN, "DROP FUNCTION public.kern_naamkern(text)"),
        migrations.RunSQL(ZOEKNAAM, "DROP FUNCTION public.kern_zoeknaam(text, text, text, text)"),
        migrations.RunSQL(VORMEN, "DROP FUNCTION public.kern_vormen(text)"),
        migrations.RunSQL(BELNUMMER, "DROP FUNCTION public.kern_belnummer(text)"),
    ]
