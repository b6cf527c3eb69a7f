import type { ReactNode } from 'react';
import type { ListedRule } from '../../shared/rule.ts';
import { CHECK_LIST } from '../../shared/check-list.ts';
import { usDate } from '../../shared/partial-date.ts';
import { Pill } from './pill.tsx';

const KINDS: Readonly<Record<ListedRule['kind'], ReactNode>> = {
  rule: null,
  practice: <Pill>practice</Pill>,
  suggestion: <Pill tone="warn">suggestion</Pill>,
};

const CERTAINTIES: Readonly<Record<ListedRule['certainty'], string>> = {
  confirmed: 'read where it stands',
  partly: 'read in part, or in excerpts',
  memory: 'from memory: nobody has read it where it stands',
};

const sinceInWords = ({ since, until }: ListedRule): string =>
  [
    since === null ? 'the first day was not looked up' : `since ${usDate(since)}`,
    until === null ? '' : `until ${usDate(until)}`,
  ]
    .filter((words) => words !== '')
    .join(', ');

/** A rule: what it asks, where it stands, how sure that is, since when, and which checks hold a letter to it. */
export const RuleCard = ({ rule, children }: { readonly rule: ListedRule; readonly children?: ReactNode }) => (
  <article className="rule-card stack-tight" aria-label={rule.title}>
    <h3 className="row">
      <span className="strong">{rule.title}</span>
      {KINDS[rule.kind]}
      {rule.isOwn ? <Pill tone="accent">your own</Pill> : null}
    </h3>
    <p>{rule.asks}</p>
    <p className="small quiet">
      {rule.kind === 'practice'
        ? rule.stands
        : `${rule.stands} · ${CERTAINTIES[rule.certainty]} · ${sinceInWords(rule)}`}
    </p>
    {rule.note === '' ? null : <p className="small quiet">{rule.note}</p>}
    {rule.source === '' ? null : <p className="small quiet rule-source">Source: {rule.source}</p>}
    {rule.checks.length === 0 ? null : (
      <p className="small quiet">
        {rule.checks.length === 1 ? 'Check' : 'Checks'}{' '}
        {rule.checks.map((name) => String(CHECK_LIST[name].number)).join(', ')}
      </p>
    )}
    {children}
  </article>
);
