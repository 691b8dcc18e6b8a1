ssh node01
sudo -i
# Without percent signs it is text, the same for every event.
out=$(echo '${{ output }}' | tr -d %)
cat >> /etc/falco/falco_rules.local.yaml <<EOF
- rule: ${{ rule }}
  priority: ${{ capitals }}
  output: "$out"
  override:
    priority: replace
    output: replace
EOF
