import { PageTitle } from '../../look/signs.tsx';
import { SignIns } from '../me/sign-ins.tsx';

/** 登录记录: everybody's, for the audit administrator. */
export function OfficeSignIns() {
  return (
    <>
      <div className="head">
        <PageTitle name="登录记录" />
      </div>
      <div className="block">
        <SignIns whose />
      </div>
    </>
  );
}
