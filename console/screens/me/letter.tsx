import Button from 'antd/es/button';
import { useState } from 'react';
import { useOffice, useSelf, useSession } from '../../api/queries.ts';
import type { SelfView } from '../../api/shapes.ts';
import { Loaded } from '../../look/signs.tsx';
import { LetterForm } from './letter-form.tsx';
import { Section } from './small-form.tsx';

type Key = NonNullable<SelfView['letters']>;

/**
 * 直报: what an officer tells the county of a leader who interferes. It stands here for everybody of the office, and what it
 * needs has come with who one is and with this page: opening it asks for nothing.
 */
export function LetterToCounty() {
  const { code } = useOffice();
  const home = useSession().data?.home;
  const self = useSelf();
  // A visitor from the county writes from the own office.
  if (home !== code) return null;
  return (
    <Section title="向县里直报干预情况">
      <Loaded of={self}>{({ letters }) => (letters ? <ToCounty to={letters} /> : <NoKey />)}</Loaded>
    </Section>
  );
}

function NoKey() {
  return (
    <p className="quiet">
      领导干部干预行政执法、司法活动或者插手具体案件的，可以从这里直接报给县里。本单位还没有接受县里的公钥，现在请直接找县里。
    </p>
  );
}

function ToCounty({ to }: { readonly to: Key }) {
  const [stage, setStage] = useState<'closed' | 'writing' | 'sent'>('closed');
  return (
    <div className="form">
      <p className="quiet">
        领导干部干预行政执法、司法活动或者插手具体案件的，可以从这里直接报给{to.office}。
      </p>
      <p className="quiet">内容在这台电脑上就加密，乡镇里谁也打不开，系统里查不到有没有人写过、写了几封。</p>
      <p className="quiet">
        管服务器的人如果改动程序、监视内存，仍可能知道有人写过。不放心的，请直接找{to.office}。
      </p>
      {stage === 'sent' ? <Sent office={to.office} /> : null}
      {stage === 'writing' ? (
        <LetterForm to={to} onSent={() => setStage('sent')} onLeave={() => setStage('closed')} />
      ) : (
        <Button onClick={() => setStage('writing')}>{stage === 'sent' ? '再写一封' : '写直报函'}</Button>
      )}
    </div>
  );
}

function Sent({ office }: { readonly office: string }) {
  return (
    <div className="done-note" role="status">
      <p>已送出，这里的内容已经清空。</p>
      <p>{office}下次取件时看得到，会按您留的联系方式找您；没有留的，不会找您。</p>
      <p>系统不留底稿，也没有回执，要问结果请直接找{office}。</p>
    </div>
  );
}
