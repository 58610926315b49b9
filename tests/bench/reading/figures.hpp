#pragma once
#include "budget.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

/// What was measured, and sums of it.
namespace vidimus::bench {

/// One method on some pages.
struct Figures {
    int pages = 0, fields = 0, right = 0, located = 0, accepted = 0, acceptedRight = 0;
    int errors = 0, length = 0; ///< characters changed, and of the truth
    double seconds = 0; ///< one page after another
    double limitSeconds = 0; ///< recognising nothing but the lines that are needed
    void add(const Figures& more);
    double rightShare() const { return fields ? 100.0 * right / fields : 0; }
    double errorRate() const { return length ? 100.0 * errors / length : 0; }
    double locatedShare() const { return fields ? 100.0 * located / fields : 0; }
    double acceptedShare() const { return fields ? 100.0 * accepted / fields : 0; }
    double precision() const { return accepted ? 100.0 * acceptedRight / accepted : 100; }
    double limitShare() const { return seconds > 0 ? 100.0 * limitSeconds / seconds : 0; }
};

/// How often fields of a confidence are right.
struct Reliability {
    static constexpr std::array<double, 8> from{0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.995}; ///< bins begin here
    struct Bin {
        int count = 0, right = 0;
        double confidence = 0; ///< sum
    };
    std::array<Bin, from.size()> bins;
    void add(double confidence, bool right);
    int count() const;
    /// Expected calibration error (Naeini et al., 2015): mean distance of confidence and share right, weighed by count.
    double calibrationError() const;
};

struct Method {
    std::string name;
    bool present = false; ///< else why not stands in the remark
    std::string remark;
    double pagesAMinute = 0, peakMiB = 0, workerMiB = 0;
    std::map<std::string, Figures> groups; ///< "all", "degradation …", "document …"
};

/// How often fields are right by the confidence that is told of them, and by the one before calibration.
struct ReliabilityPair {
    Reliability told, raw;
};

struct Results {
    std::size_t pages = 0;
    unsigned cores = 0;
    std::vector<Method> methods; ///< ours first
    std::map<std::string, ReliabilityPair> reliability; ///< "all", "origin …", "<engines>/<kind>"
    std::vector<Misread> misreads;
    std::size_t worst = 5; ///< so many misreads are listed
    std::map<std::string, int> calibration; ///< what the reports say of it: state -> pages
    std::vector<std::string> fittedOn; ///< pages that the calibration table was fitted on: no test of it
};

} // namespace vidimus::bench
