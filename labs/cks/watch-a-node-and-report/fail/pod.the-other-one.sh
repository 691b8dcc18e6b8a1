ssh node01
sudo -i
# A Pod with a container of the same name, which has no success.
cat > /etc/falco/rules.d/watch.yaml <<'EOF'
- rule: ${{ rule }}
  desc: A container does what only the node should do.
  condition: evt.type in (open, openat, openat2) and ${{ flag }} = true and fd.num >= 0 and container.id != host and fd.name = ${{ path }}
  output: "${{ output }}"
  priority: ${{ capitals }}
EOF
falco -r /etc/falco/rules.d/watch.yaml -M 30 2> /dev/null | grep ': ${{ priority }} ' > /opt/report.txt
echo '${{ otherns }}/${{ otherpod }}' > /opt/pod.txt
