ssh node01
sudo -i
# All of it, with the old condition: a second definition replaces the first.
cat > /etc/falco/falco_rules.local.yaml <<'EOF'
- rule: ${{ rule }}
  desc: Reported to the collector.
  condition: >
    ${{ condition }}
  output: >-
    ${{ output }}
  priority: ${{ letters }}
  tags: [container, collector]
EOF
