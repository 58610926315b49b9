#pragma once
#include "pipeline/extract/calibration.hpp"

#include <string>
#include <vector>

/// Fits what vidimus.calibration/1 holds.
namespace vidimus::bench {

/// A field that was read, and whether its value is the true one.
struct Sample {
    std::string group;
    double raw = 0;
    bool right = false;
};

/// Fields that are imagined beside those of each step of a map, so that no step claims 0 or 1 of a few.
struct Prior {
    const pipeline::CalibrationMap* map = nullptr; ///< what is known of such fields in general
    double weight = 0; ///< fields that are right as often as the map says
    double undecided = 1; ///< fields of which half are right
    double fields() const { return weight + undecided; }
    double right(double raw) const { return (map ? weight * map->at(raw) : 0) + undecided / 2; }
};

/// Isotonic regression by pooling adjacent violators, each pool then counted with the prior, and pooled again; a point
/// a pool, at its mean raw confidence (centred, so that confidences between two pools are told apart). \source Ayer et
/// al., 1955 (pooling); Oron & Flournoy, 2017 (centring). Ours: the prior. \param samples at least one
pipeline::CalibrationMap isotonic(std::vector<Sample> samples, const Prior& prior);

/// Of fewer fields no map is made. Both numbers did best where each of four sets was told from the other three.
constexpr int fewestFields = 5;
/// So many fields of a group count as much as what is known of groups like it.
constexpr double leaning = 20;

/// A map for each group, for all of each set of engines, and for all, each leaning on the more general one.
/// \param samples at least one
std::map<std::string, pipeline::CalibrationMap> mapsOf(const std::vector<Sample>& samples);

/// SHA-256 over the digests, sorted: names a set of files.
std::string setOf(std::vector<std::string> files);

} // namespace vidimus::bench
