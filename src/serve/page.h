#ifndef VIVA_SERVE_PAGE_H
#define VIVA_SERVE_PAGE_H
/* The files of src/serve/page, linked in by page.S; each ends at its _end. */
extern const char page_html[], page_html_end[];
extern const char page_css[], page_css_end[];
extern const char page_js[], page_js_end[];
#endif
