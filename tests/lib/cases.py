"""The harness of the Python tests: functions whose names are claims.

    from cases import case, main

    @case
    def an_unknown_blueprint_is_one_clear_line():
        ...assert...

    main()
"""
import sys
import traceback

CASES = []


def case(function):
    CASES.append(function)
    return function


def main():
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    failed = ran = 0
    for function in CASES:
        if only not in function.__name__:
            continue
        ran += 1
        try:
            function()
            print(f"pass {function.__name__}", flush=True)
        except BaseException as error:  # a failed assertion, a timeout, a bug in the test: all are failures
            failed += 1
            last = traceback.extract_tb(error.__traceback__)[-1]
            text = " ".join(str(error).split())[:2000] or type(error).__name__
            print(f"fail {function.__name__}: {last.filename.rsplit('/', 1)[-1]}:{last.lineno}: {text}", flush=True)
            traceback.print_exc(file=sys.stdout)
    sys.exit(1 if failed or not ran else 0)
