/**
 * Profiles to test with.
 */

/** Where the user's own is, in a world without another. */
export const OWN_PROFILE = '/home/somebody/.local/share/pmroles/me.yaml';

/** A product manager on the shipped ladder. */
export const ME_YAML = `# Mine.
profile: 1
ladder: { id: product-management, version: 1.0.0 }
on: 2026-11-01
role: product-manager
aim: head-of-product
skills:
  leadership: partly # since May
  marketing: yes
  strategic-thinking:
    level: yes
    evidence:
      - { text: Led the pricing test with sales, on: 2026-09-12, url: https://example.org }
  flexibility: { not-applicable: No other team }
responsibilities:
  develop-team: partly
  improve-product-function: no
  product-strategy: yes
plan:
  - responsibility: develop-team
    how: Mentor one product manager
    done-when: She says so
    by: 2026-10-01
    state: open
`;

/** The same person, as somebody else sees her. */
export const MANAGER_YAML = `profile: 1
ladder: { id: product-management }
by: manager
skills:
  leadership: yes
  marketing: yes
responsibilities:
  product-strategy: partly
  manage-product-managers: yes
`;
