#ifndef VIVA_REPORT_XML_H
#define VIVA_REPORT_XML_H
struct buf;
/* Appends `s` as it may stand in XML, in text and in an attribute. */
void put_xml(struct buf *out, const char *s);
#endif
