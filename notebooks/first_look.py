"""A first look at a published warehouse: `marimo edit notebooks/first_look.py`, or run it as a script."""

import marimo

__generated_with = "0.25.2"
app = marimo.App(width="medium", app_title="dateline: a first look")


@app.cell
def _():
    import os
    from pathlib import Path

    import altair as alt
    import duckdb
    import marimo as mo

    return Path, alt, duckdb, mo, os


@app.cell
def _(mo):
    mo.md("""
    # A first look

    The published warehouse is one DuckDB file. It is opened for reading only, and the connection keeps its snapshot:
    run the next cell again to see what a night has brought since. `DATELINE_DATA` names another data directory.
    """)


@app.cell
def _(Path, duckdb, os):
    warehouse = Path(os.environ.get("DATELINE_DATA", "data"), "dateline.duckdb").resolve()
    con = duckdb.connect(str(warehouse), read_only=True)
    return con, warehouse


@app.cell
def _(con, mo, warehouse):
    [(stories, people, meetings, quotes)] = con.sql("""
        SELECT
            (SELECT count(*) FROM story),
            (SELECT count(*) FROM dim_person WHERE person_key <> 0),
            (SELECT count(*) FROM meeting),
            (SELECT count(*) FROM quote WHERE is_canonical)
    """).fetchall()
    mo.md(
        f"`{warehouse.name}`: **{stories}** stories, **{people}** people, **{meetings}** events, **{quotes}** quotes."
    )
    return (stories,)


@app.cell
def _(mo):
    mo.md("""
    ## What is it about?

    Independent stories by topic and quarter: near-copies of a wire story count once.
    """)


@app.cell
def _(alt, con):
    by_topic = con.sql("""
        SELECT
            date_trunc('quarter', month) AS quarter,
            coalesce(parent_topic, topic) AS topic,
            sum(stories)::INTEGER AS stories
        FROM topic_month
        WHERE month IS NOT NULL
        GROUP BY ALL
        ORDER BY ALL
    """).pl()
    topics = (
        alt.Chart(by_topic, width=560, height=220)
        .mark_bar()
        .encode(
            x=alt.X("yearquarter(quarter):O", title=None),
            y=alt.Y("stories:Q", title="stories", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color("topic:N", title=None),
            tooltip=["topic", "stories"],
        )
    )
    topics
    return (topics,)


@app.cell
def _(mo):
    mo.md("""
    ## Which countries met?

    By the countries of the people who took part in events that were held. Announced events are left out: nobody has
    met there yet.
    """)


@app.cell
def _(alt, con):
    pairs = con.sql("""
        WITH met AS (
            SELECT least(country_a, country_b) AS a, greatest(country_a, country_b) AS b, event_key
            FROM who_met_whom
            WHERE NOT is_planned AND country_a <> country_b
        )
        SELECT a, b, count(DISTINCT event_key) AS events FROM met GROUP BY ALL
        UNION ALL
        SELECT b, a, count(DISTINCT event_key) FROM met GROUP BY ALL
        ORDER BY ALL
    """).pl()
    countries = (
        alt.Chart(pairs, width=380, height=380)
        .mark_rect()
        .encode(
            x=alt.X("a:N", title=None),
            y=alt.Y("b:N", title=None),
            color=alt.Color("events:Q", scale=alt.Scale(scheme="blues")),
            tooltip=["a", "b", "events"],
        )
    )
    countries
    return (countries,)


@app.cell
def _(mo):
    mo.md("""
    ## Who is quoted, and how much of it word for word?

    *Direct* stands between quotation marks; *mixed* is a fragment between marks in a reported clause; *indirect* is the
    agency's wording.
    """)


@app.cell
def _(alt, con):
    spoken = con.sql("""
        WITH most AS (
            SELECT person_key, count(*) AS in_all
            FROM quote
            WHERE is_canonical AND person IS NOT NULL
            GROUP BY person_key
            ORDER BY in_all DESC, person_key
            LIMIT 10
        )
        SELECT person, kind, count(*) AS quotes
        FROM quote
        INNER JOIN most USING (person_key)
        WHERE is_canonical
        GROUP BY ALL
        ORDER BY ALL
    """).pl()
    speakers = (
        alt.Chart(spoken, width=480)
        .mark_bar()
        .encode(
            x=alt.X("quotes:Q", axis=alt.Axis(tickMinStep=1)),
            y=alt.Y("person:N", sort="-x", title=None),
            color=alt.Color("kind:N", title=None),
            tooltip=["person", "kind", "quotes"],
        )
    )
    speakers
    return (speakers,)


@app.cell
def _(mo):
    mo.md("""
    ## And the words themselves

    `dateline trace quote KEY` leads from each to the characters of the page.
    """)


@app.cell
def _(con):
    words = con.sql("""
        SELECT published_date, agency, person, office, text, quote_key::VARCHAR AS quote_key
        FROM quote
        WHERE is_canonical AND kind = 'direct'
        ORDER BY published_date DESC, quote_key
        LIMIT 20
    """).pl()
    words
    return (words,)


if __name__ == "__main__":
    app.run()
