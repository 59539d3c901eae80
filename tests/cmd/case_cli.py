"""Commands, help and formats as scripts rely on them."""
import re
import shutil
import subprocess

from cases import case, main
from viva import BANK, BINARY, ROOT, Viva

COMMANDS = ["solo", "tour", "lead", "watch", "resume", "finish", "rate", "compare", "review", "history", "stats", "next",
            "people", "cohort", "report", "draw", "bank", "export", "import", "db", "forget", "help"]


@case
def help_lists_every_command_and_each_has_an_example():
    v = Viva()
    overview = v.run("--help").out
    listed = re.findall(r"^  ([a-z]+) ", overview.split("Commands:")[1].split("\n\n")[0], re.M)
    assert listed == COMMANDS, listed
    for name in COMMANDS:
        text = v.run(name, "--help")
        assert text.status == 0 and "Example:\n  viva " in text.out, text.out
        assert v.run("help", name).out.startswith(text.out)     # and a topic of that name
    v.close()


@case
def the_example_of_every_command_is_accepted():
    v = Viva()
    v.run("solo", "--blueprint", "b30", "--seed", "7", "--as", "sample", lines=["", "s", "", "", "q"])
    for name in COMMANDS:
        example = re.search(r"Example:\n  viva (.*)", v.run(name, "--help").out).group(1)
        words = example.split(" > ")[0].replace("12", "1").split()
        words = [str(ROOT / w) if w.startswith("question-sets") else w for w in words]
        result = v.run(*words, lines=["q"])
        refused = {"watch": "solo one", "forget": "nobody here is called", "rate": "no answer that you could mark",
                   "compare": "has one rater"}.get(name)
        if refused:                     # what the example names is not in these records
            assert result.status == 1 and refused in result.err, (example, result.err)
            continue
        assert result.status in (0, 3), (example, result.status, result.err)
        if name == "export":
            (v.work / "records.json").write_text(result.out)
    v.close()


@case
def help_of_keys_and_exits_come_from_the_tables():
    v = Viva()
    keys = v.run("help", "keys").out
    for letter in "petshHwnfux?q":
        assert re.search(rf"^  {re.escape(letter)}  ", keys, re.M), letter
    exits = v.run("help", "exit").out
    for status in (0, 1, 2, 3, 4, 5, 6, 7, 8, 129, 130, 143):
        assert re.search(rf"^ +{status}  ", exits, re.M), status
    assert v.run("help", "nonsense").status == 2
    v.close()


@case
def the_version_is_one_line():
    v = Viva()
    assert re.fullmatch(r"viva \d+\.\d+\.\d+\n", v.run("--version").out)
    v.close()


@case
def an_empty_start_says_what_to_do():
    v = Viva()
    assert "viva solo" in v.run().out
    assert "viva solo" in v.run("history").out
    assert v.run("history", "--json").json() == {"sessions": []}
    assert not v.db.exists()
    v.close()


@case
def home_reaches_the_first_question_in_two_presses_and_goes_on_in_one():
    for args, enter in (([], "\r"), (["--plain"], "\n")):
        v = Viva()
        v.env["TERM"] = "xterm-256color"
        with v.terminal(*args) as t:
            t.expect("30 minutes: 6 questions")
            t.expect("q: leave" if not args else "> ")
            t.child.send(enter)
            t.expect("Enter: begin")
            t.child.send(enter)
            t.expect("Question 1 of 6")
            t.child.send("q")
            t.child.send("\n")
            assert t.status() in (0, 3)
        assert v.run("history", "--json").json()["sessions"][0]["items"] == 6
        with v.terminal(*args) as t:
            t.expect("go on with session 1")
            t.expect("q: leave" if not args else "> ")
            t.child.send(enter)
            t.expect("Question 1 of 6")
            t.child.send("q")
            t.child.send("\n")
            assert t.status() in (0, 3)
        v.close()


@case
def a_draw_is_the_same_for_the_same_seed_and_stores_nothing():
    v = Viva()
    a = v.run("draw", "--blueprint", "b30", "--seed", "7", "--json")
    b = v.run("draw", "--blueprint", "b30", "--seed", "7", "--json")
    c = v.run("draw", "--blueprint", "b30", "--seed", "8", "--json")
    assert a.status == 0 and a.out == b.out
    assert a.json()["items"] != c.json()["items"]
    assert not v.db.exists()
    form = a.json()
    assert len(form["items"]) == 6 and form["seed"] == "7" and int(form["forms"]) >= 1
    assert form["forms_is"] == "exact"
    assert form["items"][0]["difficulty"] == 1
    assert [i["difficulty"] for i in form["items"]] == sorted(i["difficulty"] for i in form["items"])
    assert 22 <= form["answer_minutes"] <= 27
    for quota in form["quotas"]:
        assert quota["min"] <= quota["drawn"] <= quota["max"], quota
    v.close()


@case
def explain_shows_every_rule_with_its_stock():
    v = Viva()
    out = v.run("draw", "--blueprint", "b45", "--seed", "1", "--explain").out
    for rule in ("area evaluation", "kind concept", "difficulty 3", "minutes", "items"):
        assert rule in out, (rule, out)
    assert re.search(r"^One of [1-9][\d,]* equally likely forms\.$", out, re.M), out
    v.close()


@case
def explain_fits_eighty_columns_and_counts_exactly_for_every_blueprint_shipped():
    v = Viva()
    for bank in sorted((ROOT / "question-sets").glob("*.xml")):
        for blueprint in re.findall(r'<blueprint\s+id="([^"]+)"', bank.read_text()):
            for seed in ("1", "2"):
                out = v.run("draw", "--bank", bank, "--blueprint", blueprint, "--seed", seed, "--explain").out
                assert max(map(len, out.splitlines())) <= 80, out
                assert "equally likely" in out and "about" not in out and "at most" not in out, out
    v.close()


@case
def an_infeasible_blueprint_names_the_conflict_and_the_repair():
    v = Viva()
    bank = v.work / "tight.xml"
    text = (ROOT / "question-sets" / "ml-engineer-junior.xml").read_text()
    text = re.sub(r'(<blueprint id="b30"[^>]*answer-min=")\d+(" *\n? *answer-max=")\d+', r"\g<1>1\g<2>3", text)
    bank.write_text(text)
    result = v.run("draw", "--bank", bank, "--blueprint", "b30", "--seed", "1")
    assert result.status == 1 and "minutes" in result.err, result.err
    result = v.run("draw", "--bank", bank, "--blueprint", "b30", "--seed", "1", "--json")
    answer = result.json()
    assert result.status == 1 and answer["conflict"] and answer["repair"], answer
    check = v.run("bank", "check", bank)
    assert check.status == 0 and "warning" in check.out and "b30" in check.out, check.out
    assert v.run("bank", "check", "--werror", bank).status == 1
    v.close()


@case
def a_bank_that_soon_runs_dry_says_after_how_many_sessions_and_why():
    v = Viva()
    bank = ROOT / "tests" / "golden" / "small-bank.xml"
    result = v.run("bank", "check", bank)
    assert result.status == 0 and "runs dry after 1 session without a repeat, and shall last 10" in result.out, result.out
    assert v.run("bank", "check", "--werror", bank).status == 1
    modest = v.work / "modest.xml"
    modest.write_text(bank.read_text().replace("<blueprint ", '<blueprint sessions="1" '))
    result = v.run("bank", "check", "--werror", modest)
    assert result.status == 0 and "runs dry" not in result.out, result.out
    blueprint = v.run("bank", "stats", "--bank", bank, "--json").json()["blueprints"][0]
    assert blueprint["sessions_without_repeat"] == 1, blueprint
    v.close()


@case
def a_stem_nearly_like_another_is_a_warning():
    v = Viva()
    text = BANK.read_text()
    first = re.search(r" *<item .*?</item>\n", text, re.S).group(0)
    again = re.sub(r'id="[^"]+"', 'id="once-more"', first, count=1).replace("input column", "input")
    bank = v.work / "again.xml"
    bank.write_text(text.replace("</item-bank>", again + "</item-bank>"))
    out = v.run("bank", "check", bank).out
    assert re.search(r'again.xml:\d+:\d+: warning: item "once-more": its stem is nearly that of', out), out
    v.close()


@case
def a_new_item_is_valid_as_it_stands():
    v = Viva()
    for kind in ("concept", "scenario", "troubleshooting", "behavioural"):
        item = v.run("bank", "new", "my-item", "--topic", "metrics", "--difficulty", "2", "--kind", kind)
        assert item.status == 0, item.err
        bank = v.work / "with.xml"
        bank.write_text(BANK.read_text().replace("</item-bank>", item.out + "</item-bank>"))
        check = v.run("bank", "check", "--werror", bank)
        assert check.status == 0, check.out
    assert v.run("bank", "new", "My Item").status == 2
    assert v.run("bank", "new", "join-row-explosion").status == 1
    assert v.run("bank", "new", "x", "--topic", "nothing").status == 1
    v.close()


@case
def figures_from_use_come_with_the_first_session():
    v = Viva()
    assert "No answer on record yet" in v.run("bank", "stats").out
    with v.clocked("solo", "--blueprint", "b30", "--seed", "7") as c:
        c.walk()
    use = v.run("bank", "stats", "--json").json()["use"]
    assert len(use) == 6 and all(u["answers"] == 1 and u["predictions"] == 1 for u in use), use
    assert "mean grade" in v.run("bank", "stats").out
    v.close()


@case
def the_shipped_banks_are_clean():
    v = Viva()
    for path in sorted((ROOT / "question-sets").glob("*.xml")):
        result = v.run("bank", "check", "--werror", path)
        assert result.status == 0, result.out
    v.close()


@case
def a_bank_named_is_found_in_the_users_sets_and_beside_the_program():
    v = Viva()
    del v.env["VIVA_BANK"]
    sets = v.home / ".local/share/viva/question-sets"
    sets.mkdir(parents=True)
    (sets / "mine.xml").write_bytes((ROOT / "question-sets" / "ml-engineer-junior.xml").read_bytes())
    assert v.run("bank", "stats", "--bank", "mine").status == 0
    tree = v.home / "tree"
    (tree / "build").mkdir(parents=True)
    (tree / "question-sets").symlink_to(ROOT / "question-sets")
    shutil.copy2(BINARY, tree / "build" / "viva")
    done = subprocess.run([tree / "build" / "viva", "bank", "stats"], env=v.env, cwd=v.work, capture_output=True)
    assert done.returncode == 0 and b"Junior" in done.stdout, done.stderr
    v.close()


@case
def a_candidate_sees_only_the_question():
    v = Viva()
    item = v.run("bank", "list", "--json").json()["items"][0]["id"]
    candidate = v.run("bank", "show", item, "--candidate").out
    full = v.run("bank", "show", item).out
    assert "Key points" in full and "Key points" not in candidate and "Answer" not in candidate
    title = v.run("bank", "show", item, "--json").json()["title"]
    assert title in full and title not in candidate
    assert set(v.run("bank", "show", item, "--candidate", "--json").json()).isdisjoint({"answer", "key_points", "title"})
    assert v.run("bank", "show", "no-such-item").status == 1
    v.close()


@case
def a_backup_is_a_database_of_its_own():
    v = Viva()
    v.run("solo", "--blueprint", "b30", "--seed", "7", lines=["", "s", "q"])
    assert v.run("db", "backup", "copy.db").status == 0
    assert v.run("export", "--db", "copy.db").out == v.run("export").out
    assert v.run("db", "check", "--db", "copy.db").status == 0
    v.close()


@case
def reports_are_the_same_bytes_and_name_their_path():
    v = Viva()
    v.run("solo", "--blueprint", "b30", "--seed", "7", lines=["", "s", "", "", "q"])
    first = v.run("report", "--session", "last")
    assert first.out == "viva-session-1.pdf\n", first.out + first.err
    one = (v.work / "viva-session-1.pdf").read_bytes()
    assert v.run("report", "--session", "1", "-o", "two.pdf", TZ="Asia/Tokyo", LC_ALL="C").status == 0
    assert (v.work / "two.pdf").read_bytes() == one
    v.run("report", "--session", "1", "-o", "dated.pdf", "--date", "2026-03-08")
    assert (v.work / "dated.pdf").read_bytes() != one
    assert v.run("report", "--date", "8 March").status == 2
    v.close()


main()
