/** What is new, what is gone, and what is wrong as before. */
import type { Fact, Verdict } from "../protocol";
import type { Deeds } from "./deeds";
import { FactItem, GoneItem } from "./fact";
import { isCompared, wrongIn } from "./said";

interface Props {
  verdict: Verdict;
  deeds: Deeds;
}

export function Facts({ verdict, deeds }: Props) {
  const wrong = wrongIn(verdict);
  if (!isCompared(verdict)) return <FactList title="What is wrong" facts={wrong} deeds={deeds} />;
  return (
    <>
      <FactList title="New since you opened it" facts={wrong.filter((fact) => fact.new)} deeds={deeds} />
      <GoneList facts={verdict.gone} />
      <FactList title="Still wrong" facts={wrong.filter((fact) => !fact.new)} deeds={deeds} />
    </>
  );
}

function FactList({ title, facts, deeds }: { title: string; facts: readonly Fact[]; deeds: Deeds }) {
  if (facts.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="found">
        {facts.map((fact) => (
          <FactItem key={fact.key} fact={fact} deeds={deeds} />
        ))}
      </ul>
    </section>
  );
}

function GoneList({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <section>
      <h3>No longer found</h3>
      <ul class="found">
        {facts.map((fact) => (
          <GoneItem key={`${fact.key} ${fact.fix}`} fact={fact} />
        ))}
      </ul>
    </section>
  );
}
