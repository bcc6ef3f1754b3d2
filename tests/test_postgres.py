import psycopg

from tests.postgres import PostgresServer


def one_table(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE person (name text)")
        connection.execute("INSERT INTO person VALUES ('Siti')")


def names(url: str) -> list[tuple[str]]:
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT name FROM person").fetchall()


def test_databases_are_copies_that_know_nothing_of_each_other(postgres_server: PostgresServer) -> None:
    first, second = postgres_server.fresh_url(one_table), postgres_server.fresh_url(one_table)
    with psycopg.connect(first) as connection:
        connection.execute("DELETE FROM person")
    assert names(first) == []
    assert names(second) == [("Siti",)]


def test_a_server_cut_off_comes_back_at_the_same_address(postgres_server: PostgresServer) -> None:
    url = postgres_server.fresh_url(one_table)
    postgres_server.stop("immediate")
    postgres_server.start()
    assert names(url) == [("Siti",)]


def test_the_server_syncs_to_disk(postgres_server: PostgresServer) -> None:
    with psycopg.connect(postgres_server.fresh_url()) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("on",)
