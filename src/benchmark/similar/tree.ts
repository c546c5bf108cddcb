import { agnes, type Cluster } from "ml-hclust";

/** Where a tree is cut. */
export type Cut = { readonly height: number } | { readonly branches: number };

/** A branch of the tree. */
export interface Branch {
  /** Positions of its members, the one asked for among them. */
  readonly members: readonly number[];
  /** The height at which its members have all joined. */
  readonly height: number;
}

/**
 * The branch of Ward's tree, over points with their distances, that one of them is in. Two branches of sizes a and b and centers p and q join at the height
 * √(2ab/(a + b))·‖p − q‖, those first for which it is least (`ward2`; R's `ward.D2`). Source: Murtagh and Legendre
 * 2014, doi:10.1007/s00357-014-9161-z.
 */
export function branchOf(distances: number[][], own: number, cut: Cut): Branch {
  const tree = agnes(distances, { method: "ward2", isDistanceMatrix: true });
  const branches: readonly Cluster[] =
    "height" in cut ? tree.cut(cut.height) : tree.group(Math.min(cut.branches, distances.length)).children;
  const found = branches.find((branch) => branch.indices().includes(own));
  return { members: found?.indices() ?? [own], height: found?.height ?? 0 };
}
