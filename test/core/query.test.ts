import { describe, expect, it } from 'vitest';
import { listRoles, type RoleQuery, SORT_KEYS } from '../../src/core/query.ts';
import { catalogOf, cumulativeCatalog, levelledCatalog, shippedCatalog } from '../support/ladders.ts';

const ALL: RoleQuery = { skills: [], tracks: [], areas: [], sort: 'rank' };
const ids = (catalog: ReturnType<typeof shippedCatalog>, query: Partial<RoleQuery>) =>
  listRoles(catalog, { ...ALL, ...query }).map((role) => role.id);

describe('listRoles', () => {
  it('lists all roles from junior to senior', () => {
    expect(ids(shippedCatalog(), {})).toEqual([
      'junior-pm',
      'product-manager',
      'product-owner',
      'senior-pm',
      'product-lead',
      'head-of-product',
      'director-of-product',
      'cpo',
    ]);
  });

  it('puts roles of equal rank in the order of their ids', () => {
    expect(ids(levelledCatalog(), {})).toEqual(['apprentice', 'clerk', 'journeyman', 'foreman', 'master', 'owner']);
  });

  it('keeps the roles that need all of several skills', () => {
    expect(ids(shippedCatalog(), { skills: ['marketing'] })).toEqual(['head-of-product', 'cpo']);
    expect(ids(shippedCatalog(), { skills: ['marketing', 'flexibility'] })).toEqual(['head-of-product']);
    expect(ids(shippedCatalog(), { skills: ['marketing', 'budgeting'] })).toEqual([]);
  });

  it('keeps the roles on one of several tracks, and none that is on no track', () => {
    expect(ids(shippedCatalog(), { tracks: ['leadership'] })).toEqual([
      'head-of-product',
      'director-of-product',
      'cpo',
    ]);
    expect(ids(levelledCatalog(), { tracks: ['craft', 'lead'] })).toHaveLength(6);
  });

  it('keeps the roles with a responsibility in all of several areas', () => {
    expect(ids(levelledCatalog(), { areas: ['people'] })).toEqual(['journeyman', 'foreman', 'master', 'owner']);
    expect(ids(levelledCatalog(), { areas: ['people', 'money'] })).toEqual(['owner']);
  });

  it('counts what a role takes over from another', () => {
    expect(ids(levelledCatalog(), { skills: ['finishing'] })).toEqual(['journeyman', 'master']);
    expect(ids(cumulativeCatalog(), { skills: ['rope'] })).toEqual(['one', 'two', 'three']);
  });

  it('does not count a skill that does not apply as needed', () => {
    expect(ids(levelledCatalog(), { skills: ['finishing'] })).not.toContain('owner');
  });

  it('sorts by title whatever the case, or by how much there is, the most first', () => {
    expect(ids(levelledCatalog(), { sort: 'title' })).toEqual([
      'apprentice',
      'clerk',
      'foreman',
      'journeyman',
      'master',
      'owner',
    ]);
    const catalog = catalogOf(`
id: l
title: L
roles: [{ id: a, title: zeta, rank: 1 }, { id: b, title: Alpha, rank: 2 }, { id: c, title: beta, rank: 3 }]
`);
    expect(ids(catalog, { sort: 'title' })).toEqual(['b', 'c', 'a']);
    expect(ids(levelledCatalog(), { sort: 'responsibilities' })).toEqual([
      'master',
      'journeyman',
      'owner',
      'apprentice',
      'foreman',
      'clerk',
    ]);
    expect(ids(shippedCatalog(), { sort: 'skills' })[0]).toBe('head-of-product');
  });

  it('does not count a skill that does not apply when it sorts by skills', () => {
    // master and owner need three skills each; that a fourth does not apply to the owner is no skill more.
    expect(ids(levelledCatalog(), { sort: 'skills' }).slice(0, 2)).toEqual(['master', 'owner']);
  });

  it.each(SORT_KEYS)('lists by %s the same roles, and leaves the ladder as it is', (sort) => {
    const catalog = levelledCatalog();
    const before = JSON.stringify(catalog.ladder);
    expect(ids(catalog, { sort }).sort()).toEqual(ids(catalog, {}).sort());
    expect(JSON.stringify(catalog.ladder)).toBe(before);
  });
});
