import type { ComponentType } from 'react';
import { useParams } from 'react-router';
import { Empty } from '../look/signs.tsx';
import { DutyMonthPage } from './duty-month.tsx';
import { DUTY_LIST, Editions, POWER_LIST } from './editions.tsx';
import { EmergencyPackPage } from './emergency-pack.tsx';

const PowerList = () => <Editions list={POWER_LIST} />;
const DutyList = () => <Editions list={DUTY_LIST} />;

const COMPONENTS: Readonly<Record<string, ComponentType>> = {
  'power-item/editions': PowerList,
  'power-list-edition/editions': PowerList,
  'duty-list-item/editions': DutyList,
  'duty-list-edition/editions': DutyList,
  'duty-roster/month': DutyMonthPage,
  'duty-roster/pack': EmergencyPackPage,
  'rescue-member/pack': EmergencyPackPage,
  'incident/pack': EmergencyPackPage,
};

/** The special page that the address names. */
export function SpecialPage() {
  const { kind = '', page = '' } = useParams();
  const Page = COMPONENTS[`${kind}/${page}`];
  return Page ? <Page /> : <Empty>没有这个页面。</Empty>;
}
