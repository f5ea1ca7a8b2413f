/** What Lajur uses of bpmn-moddle, whose own types leave out its entry. */
declare module "bpmn-moddle" {
  export type ModdleElement = {
    readonly $type: string;
    readonly $attrs?: Record<string, unknown>;
    $parent?: ModdleElement;
    $instanceOf(type: string): boolean;
    /** Lists are made when first asked for. */
    get(property: string): unknown;
    [property: string]: unknown;
  };

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    create(type: string, properties?: Record<string, unknown>): ModdleElement;
    /** Rejects when nothing can be read; whatever is merely unknown becomes a warning. */
    fromXML(xml: string): Promise<{
      rootElement: ModdleElement;
      warnings: { message: string; element?: ModdleElement; property?: string; value?: unknown }[];
    }>;
    toXML(root: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}
