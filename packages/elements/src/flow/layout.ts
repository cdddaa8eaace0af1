import { columnsOf } from './columns.ts';
import type { Graph } from './graph.ts';
import { layersOf } from './layers.ts';
import { lineOf } from './lines.ts';
import { Router } from './router.ts';
import type { Picture } from './shapes.ts';
import { Sizes } from './sizes.ts';

/**
 * A layered layout on a grid. Rows follow the longest way from the start, columns the lanes. Lines run only in the
 * channels between rows and columns and through empty cells, so that none crosses a box; lines to one step share
 * their way.
 */
export function layout(graph: Graph): Picture {
  const layers = layersOf(graph);
  const router = new Router(graph, layers, columnsOf(graph, layers));
  const sizes = new Sizes(router);
  return {
    width: sizes.width,
    height: sizes.height,
    boxes: sizes.boxes(),
    lines: router.routes.map((route) => lineOf(route, router, sizes)),
    lanes: sizes.lanes(),
  };
}
