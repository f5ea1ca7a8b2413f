import "./catalogue.css";
import type { CatalogueDataset } from "#shared/ckan/contract.ts";
import { shortDay } from "#shared/time/format.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Name } from "../../components/name.tsx";
import { OutLink } from "../../components/out-link.tsx";
import { QueryView } from "../../components/query-view.tsx";
import { useQuery } from "../../store/use-query.ts";
import { catalogueText as text } from "../../text/ckan.ts";
import { commonText } from "../../text/common.ts";

/** One dataset of the catalogue, as it was read last. */
export function DatasetDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery("catalogue.get", { id });
  return (
    <Dialog
      title={query.data?.title ?? text.datasets}
      onClose={onClose}
      footer={
        <>
          {query.data !== undefined && <OutLink url={query.data.url} />}
          <Button onPress={onClose}>{commonText.close}</Button>
        </>
      }
    >
      <QueryView query={query}>{(dataset) => <Facts dataset={dataset} />}</QueryView>
    </Dialog>
  );
}

function Facts({ dataset }: { dataset: CatalogueDataset }) {
  const { organization, license, modified, notes, tags, resources } = dataset;
  return (
    <div className="catalogue-detail">
      <p className="catalogue-notes">
        <Name>{notes === "" ? text.noNotes : notes}</Name>
      </p>
      <dl className="catalogue-terms">
        <Fact name={text.organization} value={organization} />
        <Fact name={text.license} value={license === "" ? text.noLicense : license} />
        <Fact name={text.modified} value={modified === "" ? "" : shortDay(modified)} />
        <Fact name={text.tags} value={tags.join(", ")} />
      </dl>
      <h3>{text.resources}</h3>
      {resources.length === 0 ? (
        <p className="muted">{text.noResources}</p>
      ) : (
        <table className="plain-table">
          <tbody>
            {resources.map((one) => (
              <tr key={`${one.name} ${one.url}`}>
                <td>
                  {one.url === "" ? (
                    <Name>{one.name || text.nameless}</Name>
                  ) : (
                    <a href={one.url} target="_blank" rel="noreferrer">
                      <Name>{one.name || text.nameless}</Name>
                    </a>
                  )}
                </td>
                <td>{one.format}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  if (value === "") return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Name>{value}</Name>
      </dd>
    </div>
  );
}
