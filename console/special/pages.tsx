import type { ComponentType } from 'react';
import { useParams } from 'react-router';
import { Empty } from '../look/signs.tsx';
import { PowerListEditions } from './power-list-editions.tsx';

const COMPONENTS: Readonly<Record<string, ComponentType>> = {
  'power-item/editions': PowerListEditions,
  'power-list-edition/editions': PowerListEditions,
};

/** The special page that the address names. */
export function SpecialPage() {
  const { kind = '', page = '' } = useParams();
  const Page = COMPONENTS[`${kind}/${page}`];
  return Page ? <Page /> : <Empty>没有这个页面。</Empty>;
}
