#include "calibrate.hpp"

#include "digest/digest.hpp"

#include <algorithm>
#include <cmath>

namespace vidimus::bench {

using pipeline::CalibrationMap;

namespace {
/// Neighbouring samples that are right equally often, as far as can be told.
struct Pool {
    double raw = 0; ///< sum
    int fields = 0, right = 0;
    double share(const Prior& prior) const { return (right + prior.right(raw / fields)) / (fields + prior.fields()); }
    void take(const Pool& other)
    {
        raw += other.raw;
        fields += other.fields;
        right += other.right;
    }
};

/// One of each raw confidence: fields that are equally confident cannot be told apart.
std::vector<Pool> levelsOf(const std::vector<Sample>& sorted)
{
    std::vector<Pool> levels;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i == 0 || sorted[i].raw > sorted[i - 1].raw)
            levels.emplace_back();
        levels.back().take({sorted[i].raw, 1, sorted[i].right});
    }
    return levels;
}

/// Pools neighbours until the share rises from each to the next. Of equal ones one is left, too: two points of one
/// height say no more.
std::vector<Pool> pooled(const std::vector<Pool>& all, const Prior& prior)
{
    std::vector<Pool> pools;
    for (const Pool& next : all) {
        pools.push_back(next);
        while (pools.size() > 1 && pools[pools.size() - 2].share(prior) >= pools.back().share(prior)) {
            pools[pools.size() - 2].take(pools.back());
            pools.pop_back();
        }
    }
    return pools;
}

/// Finer than raw confidences are told in, so that what rises still does.
double rounded(double share)
{
    return std::round(share * 1e6) / 1e6;
}

CalibrationMap mapOf(const std::vector<Pool>& pools, const Prior& prior)
{
    CalibrationMap map;
    for (const Pool& pool : pools) {
        map.fields += pool.fields;
        map.right += pool.right;
        map.points.push_back({rounded(pool.raw / pool.fields), rounded(pool.share(prior))});
    }
    return map;
}
} // namespace

CalibrationMap isotonic(std::vector<Sample> samples, const Prior& prior)
{
    std::ranges::sort(samples, {}, &Sample::raw);
    // By the counts alone first: with the prior beside each single field there would be more imagined fields than read
    // ones. Then what the prior has brought out of order.
    return mapOf(pooled(pooled(levelsOf(samples), {nullptr, 0, 0}), prior), prior);
}

std::map<std::string, CalibrationMap> mapsOf(const std::vector<Sample>& samples)
{
    std::map<std::string, std::vector<Sample>> groups;
    for (const Sample& sample : samples)
        for (const std::string& group : pipeline::standIns(sample.group))
            groups[group].push_back(sample);
    std::map<std::string, CalibrationMap> maps;
    maps["any/any"] = isotonic(groups.at("any/any"), {});
    // Each leans on the next more general one that there is.
    for (const bool general : {true, false})
        for (const auto& [group, fields] : groups) {
            if (group == "any/any" || group.ends_with("/any") != general || std::ssize(fields) < fewestFields)
                continue;
            const auto engines = maps.find(pipeline::standIns(group)[1]);
            const auto& leant = general || engines == maps.end() ? maps.at("any/any") : engines->second;
            maps[group] = isotonic(fields, {&leant, leaning});
        }
    return maps;
}

std::string setOf(std::vector<std::string> files)
{
    std::ranges::sort(files);
    std::string all;
    for (const std::string& file : files)
        all += file + "\n";
    return digest::sha256(all);
}

} // namespace vidimus::bench
