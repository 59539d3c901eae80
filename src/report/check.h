#ifndef VIVA_REPORT_CHECK_H
#define VIVA_REPORT_CHECK_H
struct display_list;
struct err;
/* 0 if lint finds no fault with the list; else -1 with their number and the first of them. */
int report_check(const struct display_list *dl, struct err *err);

#endif
