"""The sample of a cohort in reports/, apart from the others for it plays 72 sessions."""
from cases import case, main
from samples import made_as_kept


@case
def the_kept_cohort_report_is_the_one_that_would_be_made_now():
    made_as_kept("cohort")


main()
