import type { ComponentType } from 'react';
import { useParams } from 'react-router';
import { Empty } from '../look/signs.tsx';
import { DutyMonthPage } from './duty-month.tsx';
import { DUTY_LIST, Editions, POWER_LIST } from './editions.tsx';
import { GatheringSignIn } from './gathering-sign-in.tsx';
import { PublicityProgress } from './publicity-progress.tsx';
import { RosterImport } from './roster-import.tsx';
import { StockLabels } from './stock-labels.tsx';
import { Stock } from './stock.tsx';
import { FirstResponsiblePage } from './first-responsible.tsx';
import { GivePage } from './give.tsx';
import { ShortcomingOffersPage } from './shortcoming-offers.tsx';
import { StaffingPage } from './staffing.tsx';
import { StatutoryCalendarPage } from './statutory-calendar.tsx';
import { TasksPage } from './tasks.tsx';
import { EmergencyPackPage } from './emergency-pack.tsx';

const PowerList = () => <Editions list={POWER_LIST} />;
const DutyList = () => <Editions list={DUTY_LIST} />;

const COMPONENTS: Readonly<Record<string, ComponentType>> = {
  'power-item/editions': PowerList,
  'power-list-edition/editions': PowerList,
  'duty-list-item/editions': DutyList,
  'duty-list-edition/editions': DutyList,
  'gathering/sign-in': GatheringSignIn,
  'publicity-duty/progress': PublicityProgress,
  'platform-result/import': RosterImport,
  'stock-movement/stock': Stock,
  'storehouse/stock': Stock,
  'supply-item/stock': Stock,
  'stock-movement/labels': StockLabels,
  'yearly-duty/calendar': StatutoryCalendarPage,
  'leader-instruction/ledger': FirstResponsiblePage,
  'law-statement/ledger': FirstResponsiblePage,
  'task/year': TasksPage,
  'annual-point/year': TasksPage,
  'next-year-plan/year': TasksPage,
  'shortcoming/offers': ShortcomingOffersPage,
  'establishment/staffing': StaffingPage,
  'staff/staffing': StaffingPage,
  'figure-given/give': GivePage,
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
