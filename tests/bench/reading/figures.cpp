#include "figures.hpp"

#include <cmath>

namespace vidimus::bench {

void Figures::add(const Figures& more)
{
    pages += more.pages;
    fields += more.fields;
    right += more.right;
    located += more.located;
    accepted += more.accepted;
    acceptedRight += more.acceptedRight;
    errors += more.errors;
    length += more.length;
    seconds += more.seconds;
    limitSeconds += more.limitSeconds;
}

void Reliability::add(double confidence, bool right)
{
    std::size_t bin = 0;
    while (bin + 1 < from.size() && confidence >= from[bin + 1])
        ++bin;
    ++bins[bin].count;
    bins[bin].right += right;
    bins[bin].confidence += confidence;
}

int Reliability::count() const
{
    int sum = 0;
    for (const Bin& bin : bins)
        sum += bin.count;
    return sum;
}

double Reliability::calibrationError() const
{
    double distance = 0;
    for (const Bin& bin : bins)
        distance += std::abs(bin.confidence - bin.right);
    const int all = count();
    return all ? distance / all : 0;
}

} // namespace vidimus::bench
