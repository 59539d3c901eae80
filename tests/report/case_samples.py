"""The sample reports in reports/ are what `make samples` makes today."""
from cases import case, main
from samples import made_as_kept


@case
def the_kept_session_report_is_the_one_that_would_be_made_now():
    made_as_kept("session")


@case
def the_kept_report_of_a_led_session_is_the_one_that_would_be_made_now():
    made_as_kept("led")


@case
def the_kept_progress_report_is_the_one_that_would_be_made_now():
    made_as_kept("progress")


main()
