import type { Definition } from "#shared/sop/definition.ts";
import type { Draft, DraftStep } from "#shared/sop/draft.ts";
import { type Diagram, diagramOf, type Flow, type Node, type OpenWay } from "./diagram.ts";
import { asciiJson, readable, textProperties } from "./exact-text.ts";
import { type Drawing, drawingOf } from "./layout/drawing.ts";
import { createModdle, type Element, NAMESPACE } from "./vocabulary.ts";

/**
 * The SOP as BPMN 2.0 XML with lanes and layout, readable in other BPMN tools. `readBpmn` gives back
 * every fact of it.
 */
export async function writeBpmn(definition: Definition | Draft): Promise<string> {
  const diagram = diagramOf(definition);
  const root = rootOf(definition, diagram, drawingOf(diagram));
  const { xml } = await createModdle().toXML(root, { format: true });
  return xml;
}

function rootOf(definition: Definition | Draft, diagram: Diagram, drawing: Drawing): Element {
  const moddle = createModdle();
  const make = (type: string, properties: Record<string, unknown> = {}): Element =>
    moddle.create(type, properties);
  /** Puts `children` under `parent`, which moddle writes in this order. */
  const extend = (parent: Element, extensions: Element[]) => {
    if (extensions.length === 0) return;
    parent.extensionElements = make("bpmn:ExtensionElements", { values: extensions });
  };
  const named = (type: string, id: string, name: string | undefined, own: Element[] = []) => {
    const element = make(type, { id });
    if (name !== undefined) element.name = readable(name);
    const changed = name !== undefined && element.name !== name;
    extend(element, [...own, ...(changed ? [make("lajur:Exact", { name: asciiJson(name) })] : [])]);
    return element;
  };
  const text = (type: string, value: string, more: Record<string, unknown> = {}) =>
    make(type, { ...more, ...textProperties(value) });

  const stepFacts = (step: DraftStep, node: Node, open: OpenWay[]) =>
    make("lajur:Step", {
      no: step.no,
      kind: step.kind,
      ...(step.inferred.length === 0 ? {} : { inferred: step.inferred.join(" ") }),
      ...(node.lane === null ? { lane: text("lajur:Lane", step.lane) } : {}),
      also: step.also.map((lane) => text("lajur:Also", lane)),
      requirements: step.requirements.map((one) => text("lajur:Requirement", one)),
      ...(step.time === null ? {} : { time: text("lajur:Time", step.time) }),
      outputs: step.outputs.map((one) => text("lajur:Output", one)),
      ...(step.note === null ? {} : { note: text("lajur:Note", step.note) }),
      open: open.map(({ position, to, when }) =>
        text("lajur:Open", when ?? "", {
          position,
          ...(to === null ? {} : { to }),
          named: when !== undefined,
        }),
      ),
    });
  const nodeElement = (node: Node): Element => {
    if (node.kind === "start") return make("bpmn:StartEvent", { id: node.id });
    if (node.step === null) {
      return named("bpmn:EndEvent", node.id, node.name, [
        make("lajur:End", { outcome: node.outcome }),
      ]);
    }
    const type = node.kind === "gateway" ? "bpmn:ExclusiveGateway" : "bpmn:Task";
    const facts = stepFacts(node.step, node, diagram.open.get(node.id) ?? []);
    return named(type, node.id, node.name, [facts]);
  };
  const definitionFacts = () => {
    const { id, version, name: _, lanes: __, steps, ...rest } = definition;
    const facts = Object.entries(rest).filter(([, value]) => value !== undefined);
    return make("lajur:Definition", {
      id,
      version,
      steps: steps.length,
      facts: facts.flatMap(([name, value]) =>
        typeof value === "string" ? [text("lajur:Fact", value, { name })] : [],
      ),
      data: facts.flatMap(([name, value]) =>
        typeof value === "string" ? [] : [make("lajur:Data", { name, body: asciiJson(value) })],
      ),
    });
  };

  const process = named("bpmn:Process", "Process_1", definition.name, [definitionFacts()]);
  process.isExecutable = false;
  const elements = new Map<string, Element>();
  for (const node of diagram.nodes) elements.set(node.id, nodeElement(node));
  const flows = diagram.flows.map((flow) => flowElement(flow));
  function flowElement(flow: Flow): Element {
    const element = named("bpmn:SequenceFlow", flow.id, flow.name);
    const [source, target] = [elements.get(flow.from), elements.get(flow.to)];
    element.sourceRef = source;
    element.targetRef = target;
    (source?.get("outgoing") as Element[] | undefined)?.push(element);
    (target?.get("incoming") as Element[] | undefined)?.push(element);
    elements.set(flow.id, element);
    return element;
  }
  const lanes = diagram.lanes.map((name, index) => {
    const lane = named("bpmn:Lane", `Lane_${index + 1}`, name);
    lane.flowNodeRef = diagram.nodes
      .filter((node) => node.lane === index)
      .map((node) => elements.get(node.id));
    elements.set(`Lane_${index + 1}`, lane);
    return lane;
  });
  if (lanes.length > 0) process.laneSets = [make("bpmn:LaneSet", { id: "LaneSet_1", lanes })];
  process.flowElements = [...diagram.nodes.map((node) => elements.get(node.id)), ...flows];

  const pool = make("bpmn:Participant", {
    id: "Pool_1",
    name: readable(definition.name),
    processRef: process,
  });
  elements.set("Pool_1", pool);
  const collaboration = make("bpmn:Collaboration", { id: "Collaboration_1", participants: [pool] });

  const bounds = ({
    x,
    y,
    width,
    height,
  }: {
    x: number;
    y: number;
    width: number;
    height: number;
  }) => make("dc:Bounds", { x, y, width, height });
  const label = (box: Drawing["shapes"][number]["label"]) =>
    box === null ? {} : { label: make("bpmndi:BPMNLabel", { bounds: bounds(box) }) };
  const shapes = drawing.shapes.map((shape) =>
    make("bpmndi:BPMNShape", {
      id: `${shape.id}_di`,
      bpmnElement: elements.get(shape.id),
      ...(shape.isBand ? { isHorizontal: true } : {}),
      ...(elements.get(shape.id)?.$type === "bpmn:ExclusiveGateway"
        ? { isMarkerVisible: true }
        : {}),
      bounds: bounds(shape.box),
      ...label(shape.label),
    }),
  );
  const edges = drawing.edges.map((edge) =>
    make("bpmndi:BPMNEdge", {
      id: `${edge.id}_di`,
      bpmnElement: elements.get(edge.id),
      waypoint: edge.points.map(({ x, y }) => make("dc:Point", { x, y })),
      ...label(edge.label),
    }),
  );
  const plane = make("bpmndi:BPMNPlane", {
    id: "Plane_1",
    bpmnElement: collaboration,
    planeElement: [...shapes, ...edges],
  });
  return make("bpmn:Definitions", {
    id: "Definitions_1",
    targetNamespace: NAMESPACE,
    exporter: "Lajur",
    rootElements: [collaboration, process],
    diagrams: [make("bpmndi:BPMNDiagram", { id: "Diagram_1", plane })],
  });
}
