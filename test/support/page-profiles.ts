/**
 * Profiles to be opened on the page.
 */

/** What a profile must leave nowhere. */
export const CANARY = 'kanarienvogel';

/** Of the shipped ladder, which has no levels; every kind of answer is in it. */
export const MANAGER = `profile: 1
ladder: { id: product-management, version: 1.0.0 }
on: 2026-11-25
by: ${CANARY}
role: product-manager
aim: head-of-product
skills:
  leadership: partly
  strategic-thinking: yes
  marketing:
    level: no
    evidence: [{ text: Asked ${CANARY} once, on: 2026-10-01, url: 'https://example.org/${CANARY}' }]
  communication: yes
responsibilities:
  customer-feedback: { done: yes, evidence: [{ text: Met ${CANARY} }] }
  improve-product-function: no
  represent-product-team: { not-applicable: No ${CANARY} here }
plan:
  - { skill: marketing, to: yes, how: Ask ${CANARY}, by: 2027-03-31 }
`;

/** Of the engineering template, which has levels. */
export const ENGINEER = `profile: 1
ladder: { id: engineering, version: 1.0.0 }
role: engineer
aim: staff-engineer
skills:
  programming: independent
  testing: guiding
  system-design: learning
  hiring: no
  security: { not-applicable: Another team does it }
  mentoring: independent
responsibilities:
  review-code: yes
plan:
  - { skill: system-design, to: independent, how: Design the export service }
`;
