#ifndef VIVA_REPORT_HARU_MEMORY_H
#define VIVA_REPORT_HARU_MEMORY_H
/*
 * What libharu asks for.  Where memory runs out the library loses sight of objects; each stands in a
 * list here, so that all are given back.  (Its own pool would do that too, but aligns nothing.)
 */
void *haru_malloc(unsigned size);
void haru_free(void *p);
/* Gives back whatever the library still holds; no document may be open. */
void haru_free_rest(void);
#endif
