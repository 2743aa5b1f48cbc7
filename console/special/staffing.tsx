import { useStaffing } from '../api/queries.ts';
import { Empty, Loaded, PageTitle } from '../look/signs.tsx';
import { dayText } from '../look/words.ts';

/** 编制和空缺: what each office was granted, who is there, what is vacant. */
export function StaffingPage() {
  const read = useStaffing();
  return (
    <>
      <div className="head">
        <PageTitle name="编制和空缺" />
        <div className="does">
          <button type="button" className="plain" onClick={() => window.print()}>
            打印
          </button>
        </div>
      </div>
      <Loaded of={read}>
        {({ on, offices }) =>
          offices.length === 0 ? (
            <Empty>还没有登记。编制登记在“核定编制”，人员登记在“在岗人员”。</Empty>
          ) : (
            <section className="block" aria-label="各机构">
              <p className="quiet">截至{dayText(on)}，单位：名；没有登记核定编制的机构不算空缺。</p>
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">机构</th>
                    <th scope="col" className="number">
                      核定
                    </th>
                    <th scope="col" className="number">
                      在岗
                    </th>
                    <th scope="col" className="number">
                      空缺
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {offices.map(({ office, label, posts, inPost, vacant }) => (
                    <tr key={office}>
                      <th scope="row">{label}</th>
                      <td className="number">{posts ?? '未登记'}</td>
                      <td className="number">{inPost}</td>
                      <td className="number">
                        {vacant === null ? '—' : vacant > 0 ? <strong>{vacant}</strong> : vacant}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )
        }
      </Loaded>
    </>
  );
}
