import App from 'antd/es/app';
import { useState } from 'react';
import { call } from '../../api/client.ts';
import { useColleagues, useOffice, useSelf } from '../../api/queries.ts';
import { Loaded, PageTitle, RefusalBox } from '../../look/signs.tsx';

/** 给同事解锁: whoever was locked out by wrong passwords is let in again by a second post. */
export function Unlock() {
  const { code } = useOffice();
  const colleagues = useColleagues();
  const own = useSelf().data?.account;
  const { message } = App.useApp();
  const [error, setError] = useState<unknown>();
  const unlock = async (account: string): Promise<void> => {
    setError(undefined);
    try {
      await call('POST', `/${code}/accounts/${account}/unlock`);
      void message.success(`${account}可以再登录了`);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <div className="head">
        <PageTitle name="给同事解锁" />
      </div>
      <p className="quiet">密码连着输错会锁住一会儿。请先核实是本人输错的，不是别人在试。</p>
      <RefusalBox error={error} />
      <Loaded of={colleagues}>
        {(all) => (
          <ul className="plainlist block">
            {all
              .filter(({ account }) => account !== own && !account.includes('@'))
              .map(({ account, posts }) => (
                <li key={account}>
                  {account} <span className="quiet">{posts.map(({ label }) => label).join('、')}</span>{' '}
                  <button type="button" className="plain" onClick={() => void unlock(account)}>
                    解锁<span className="hidden">{account}</span>
                  </button>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}
