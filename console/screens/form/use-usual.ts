import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { addressOf, get } from '../../api/client.ts';
import { useOffice } from '../../api/queries.ts';
import type { UsualHint, UsualView } from '../../api/shapes.ts';
import { isEmpty, ownVillage, withUsual, type Offers } from './usual.ts';
import { BESIDE, type Values } from './values.ts';

/** Where a form's usual values (沿用) come from: the step that is asked, and what may come by which link. */
export interface UsualPlan {
  readonly kind: string;
  readonly step: string;
  readonly record?: string;
  readonly hints: readonly UsualHint[];
}

/** What the office's server knows to be usual; `waiting` until it has answered once, and never for long. */
export function useUsual(
  plan: UsualPlan | undefined,
  values: Values,
): { readonly waiting: boolean; readonly put: (values: Values) => Values } {
  const { code } = useOffice();
  const hints = plan?.hints ?? [];
  const links = [...new Set(hints.flatMap(({ link }) => link ?? []))].flatMap((link) =>
    isEmpty(values[link]) ? [] : [`${link}:${String(values[link])}`],
  );
  const asked = useQuery({
    queryKey: [code, 'usual', plan?.kind, plan?.step, plan?.record, links],
    queryFn: () =>
      get<UsualView>(
        addressOf(`/${code}/kinds/${plan!.kind}/steps/${plan!.step}/usual`, {
          ...(plan!.record === undefined ? {} : { record: plan!.record }),
          link: links,
        }),
      ),
    enabled: hints.length > 0,
    placeholderData: keepPreviousData,
    // A form without them is still a form.
    retry: false,
  });
  const known = asked.data;
  return {
    waiting: asked.isLoading,
    put: (now) => (known ? withUsual(now, offersOf(known), byLinkOf(hints)) : now),
  };
}

function offersOf({ values, village }: UsualView): Offers {
  return Object.fromEntries([
    ...values.map(({ name, value, from }) => [name, { value, from }] as const),
    ...(village === undefined ? [] : [[BESIDE('village'), ownVillage(village)] as const]),
  ]);
}

function byLinkOf(hints: readonly UsualHint[]): ReadonlySet<string> {
  return new Set(hints.flatMap(({ name, link }) => (link === undefined ? [] : [name])));
}
